import type { Priority } from '@linchpin/backstage-plugin-incidents-common';
import type { ReactNode } from 'react';
import classes from './PriorityMark.module.css';

/** Each priority has a shape of its own, so that it can be read without colour. */
const SHAPES: Record<Priority, ReactNode> = {
  P1: <path d="M4.1 0h5.8L14 4.1v5.8L9.9 14H4.1L0 9.9V4.1z" />,
  P2: <path d="M7 .6 14 13.4H0z" />,
  P3: <path d="m7 0 7 7-7 7-7-7z" />,
  P4: (
    <circle
      cx="7"
      cy="7"
      r="5.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    />
  ),
  P5: <path d="M1 6h12v2H1z" />,
};

/** The priority as shape, text and colour. */
export const PriorityMark = (props: { priority: Priority }) => (
  <span className={classes.mark} data-priority={props.priority}>
    <PriorityShape priority={props.priority} />
    {props.priority}
  </span>
);

/** The priority on a ground of its own, where it stands alone. */
export const PriorityChip = (props: {
  priority: Priority;
  /** What raised it, such as "+1 redundancy gone" */
  children?: ReactNode;
}) => (
  <span
    className={`${classes.mark} ${classes.chip}`}
    data-priority={props.priority}
  >
    <PriorityShape priority={props.priority} />
    {props.priority}
    {props.children && <span className={classes.beside}>{props.children}</span>}
  </span>
);

/** The shape alone; whoever uses it says the priority in words beside it. */
export const PriorityShape = (props: { priority: Priority }) => (
  <svg
    className={classes.shape}
    viewBox="0 0 14 14"
    fill="currentColor"
    aria-hidden="true"
  >
    {SHAPES[props.priority]}
  </svg>
);
