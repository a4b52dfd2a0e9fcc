import type { PropsWithChildren } from 'react';
import classes from './Hint.module.css';

/**
 * More of the mark that is pointed at or focused, beside it. The name of the mark
 * says the same to those who hear it.
 *
 * @param x - where the mark lies, in pixels from the left
 * @param width - of the chart: at its right half the hint stands at the left
 */
export const Hint = (
  props: PropsWithChildren<{ x: number; y: number; width: number }>,
) => {
  const { x, y, width } = props;
  return (
    <div
      aria-hidden="true"
      className={classes.hint}
      style={
        x > width / 2
          ? { right: width - x + 12, top: y }
          : { left: x + 12, top: y }
      }
    >
      {props.children}
    </div>
  );
};
