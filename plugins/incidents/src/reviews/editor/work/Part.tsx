import type { ReactNode } from 'react';
import writing from '../writing/Writing.module.css';
import classes from './Part.module.css';

/** A part of the sheet that is put together, not written. */
export const Part = (props: {
  /** Where the gate leads to. */
  id: string;
  title: string;
  /** What can be done at its head. */
  action?: ReactNode;
  children: ReactNode;
}) => (
  <section
    className={writing.section}
    aria-labelledby={`title-${props.id}`}
    id={props.id}
    tabIndex={-1}
  >
    <header className={classes.head}>
      <h3 id={`title-${props.id}`}>{props.title}</h3>
      {props.action}
    </header>
    {props.children}
  </section>
);
