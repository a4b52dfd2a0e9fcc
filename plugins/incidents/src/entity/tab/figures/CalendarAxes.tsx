import { useDayFormat } from '../../../charts/useDayFormat';
import type { Day } from './calendarWeeks';
import classes from './CalendarAxes.module.css';

/** The names of the months above and of every second weekday at the left. */
export const CalendarAxes = (props: {
  weeks: Day[][];
  pitch: number;
  left: number;
}) => {
  const format = useDayFormat();
  const { weeks, pitch, left } = props;
  return (
    <div aria-hidden="true">
      <div className={classes.months}>
        {monthsOf(weeks).map(({ day, column }, index) => (
          <span
            key={day}
            className={classes.name}
            style={{ left: left + column * pitch }}
          >
            {index === 0 || day.slice(5, 7) === '01'
              ? format.monthAndYear(day)
              : format.month(day)}
          </span>
        ))}
      </div>
      {[0, 2, 4, 6].map(row => (
        <span
          key={row}
          className={classes.name}
          style={{ left: 0, bottom: (6 - row) * pitch }}
        >
          {format.weekday(`2024-01-0${row + 1}`)}
        </span>
      ))}
    </div>
  );
};

const ROOM_FOR_NAME = 4;

/** Where each month begins; the first one gives way where the next begins right beside it. */
function monthsOf(weeks: Day[][]): { day: Day; column: number }[] {
  const months = weeks.flatMap((week, column) => {
    const day = week.find(each => each.endsWith('-01'));
    return day ? [{ day, column }] : [];
  });
  const first = { day: weeks[0][0], column: 0 };
  return months.length === 0 || months[0].column >= ROOM_FOR_NAME
    ? [first, ...months]
    : months;
}
