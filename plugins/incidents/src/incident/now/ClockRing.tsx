import classes from './NowCard.module.css';

const RADIUS = 8;
const LENGTH = 2 * Math.PI * RADIUS;

/** How much time is left, as a ring that empties; the words stand beside it. */
export const ClockRing = (props: {
  /** 0 to 1 */
  left: number;
}) => (
  <svg className={classes.ring} viewBox="0 0 20 20" aria-hidden="true">
    <circle className={classes.track} cx="10" cy="10" r={RADIUS} />
    {props.left > 0 && (
      <circle
        className={classes.left}
        cx="10"
        cy="10"
        r={RADIUS}
        strokeDasharray={`${props.left * LENGTH} ${LENGTH}`}
        transform="rotate(-90 10 10)"
      />
    )}
  </svg>
);
