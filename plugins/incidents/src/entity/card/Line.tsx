import type { PropsWithChildren, ReactNode } from 'react';
import classes from './Line.module.css';

export const Lines = (props: PropsWithChildren<{}>) => (
  <ul className={classes.lines}>{props.children}</ul>
);

/** One line of the card: what kind of fact it is as an icon, the fact in words. */
export const Line = (props: PropsWithChildren<{ icon: ReactNode }>) => (
  <li className={classes.line}>
    <span className={classes.icon} aria-hidden="true">
      {props.icon}
    </span>
    <div className={classes.words}>{props.children}</div>
  </li>
);
