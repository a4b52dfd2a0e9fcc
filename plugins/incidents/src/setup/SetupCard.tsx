import { Box } from '@backstage/ui';
import { type PropsWithChildren, type ReactNode, useId } from 'react';
import classes from './SetupCard.module.css';

/** One subject of the page, with how many there are of it. */
export const SetupCard = (
  props: PropsWithChildren<{
    title: string;
    count?: number;
    action?: ReactNode;
    id?: string;
  }>,
) => {
  const headingId = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      id={props.id}
      className={classes.card}
      aria-labelledby={headingId}
    >
      <div className={classes.head}>
        <h2 id={headingId} className={classes.title}>
          {props.title}
        </h2>
        {Boolean(props.count) && (
          <span className={classes.count}>{props.count}</span>
        )}
        <span className={classes.action}>{props.action}</span>
      </div>
      {props.children}
    </Box>
  );
};

/** What stands in a card that has nothing to list. */
export const Nothing = (props: PropsWithChildren<{}>) => (
  <p className={classes.nothing}>{props.children}</p>
);
