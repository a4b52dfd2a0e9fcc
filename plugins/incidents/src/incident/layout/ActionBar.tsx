import type { PropsWithChildren } from 'react';
import classes from './ActionBar.module.css';

/** The actions at the lower edge of a phone, in reach of a thumb. */
export const ActionBar = (props: PropsWithChildren<{}>) => (
  <div className={classes.bar}>{props.children}</div>
);
