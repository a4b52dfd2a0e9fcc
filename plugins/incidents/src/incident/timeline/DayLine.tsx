import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import classes from './Timeline.module.css';

/** Whether a line is of another day than the later one above it; above the first stands today. */
export function isNewDay(
  at: string,
  above: string | undefined,
  now: number,
): boolean {
  const later = new Date(above ?? now);
  return new Date(at).toDateString() !== later.toDateString();
}

/** The day to which the lines beneath belong. */
export const DayLine = (props: { at: string }) => {
  const format = useInstantFormat();
  const thisYear = new Date(useNow()).getFullYear();
  return (
    <li className={classes.day}>
      <span>
        {new Date(props.at).getFullYear() === thisYear
          ? format.day(props.at)
          : format.date(props.at)}
      </span>
    </li>
  );
};
