import type { PropsWithChildren } from 'react';
import classes from './Kbd.module.css';

/** A key as it stands on the keyboard; decoration, since the command has a name of its own. */
export const Kbd = (props: PropsWithChildren<{}>) => (
  <kbd className={classes.kbd} aria-hidden="true">
    {props.children}
  </kbd>
);
