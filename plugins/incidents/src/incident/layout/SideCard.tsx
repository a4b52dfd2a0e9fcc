import { Box } from '@backstage/ui';
import { type PropsWithChildren, type ReactNode, useId } from 'react';
import classes from './SideCard.module.css';

/** A card of the right column: what it is about, a word on how it stands, and the rest. */
export const SideCard = (
  props: PropsWithChildren<{ title: string; aside?: ReactNode }>,
) => {
  const id = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      className={classes.card}
      aria-labelledby={id}
    >
      <header className={classes.head}>
        <h3 id={id}>{props.title}</h3>
        {props.aside && <span className={classes.aside}>{props.aside}</span>}
      </header>
      {props.children}
    </Box>
  );
};
