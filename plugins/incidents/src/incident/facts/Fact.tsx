import { type PropsWithChildren, type ReactNode, useId } from 'react';
import classes from './Facts.module.css';

/** A group of facts under its small heading. */
export const Fact = (
  props: PropsWithChildren<{ title: ReactNode; aside?: ReactNode }>,
) => {
  const id = useId();
  return (
    <section className={classes.fact} aria-labelledby={id}>
      <header className={classes.head}>
        <h3 id={id}>{props.title}</h3>
        {props.aside}
      </header>
      {props.children}
    </section>
  );
};
