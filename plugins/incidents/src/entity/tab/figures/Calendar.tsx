import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { useLayoutEffect } from 'react';
import { Hint } from '../../../charts/Hint';
import { useMarks } from '../../../charts/useMarks';
import { useWidth } from '../../../charts/useWidth';
import { PriorityShape } from '../../../elements/PriorityMark';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { Marked } from '../useMarked';
import { dayIn, weekdayOf, weeksBetween } from './calendarWeeks';
import { CalendarAxes } from './CalendarAxes';
import { type Measure, shadeOf } from './measures';
import { OwnerChanges } from './OwnerChanges';
import { useDayWords } from './useDayWords';
import classes from './Calendar.module.css';

const WEEKS_MAX = 53;
/** Room for the names of the weekdays. */
const LEFT = 32;
const PITCH = { least: 15, most: 20 };

/** Whether the period of the figures goes back beyond the calendar. */
export function isLongerThanShown({ period, zone }: HistoryFigures): boolean {
  const [[first]] = weeksOf(period, zone);
  return dayIn(zone, period.from) < first;
}

function weeksOf({ from, to }: HistoryFigures['period'], zone: string) {
  return weeksBetween(dayIn(zone, from), dayIn(zone, to), WEEKS_MAX);
}

/** A square for each day of up to a year, a column for each week; days on which something was are marks. */
export const Calendar = (props: {
  figures: HistoryFigures;
  measure: Measure;
  marked: Marked;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { figures, measure, marked } = props;
  const { period, zone } = figures;
  const words = useDayWords();
  const [ref, width] = useWidth<HTMLDivElement>(1070);
  const weeks = weeksOf(period, zone);
  const pitch = Math.max(
    PITCH.least,
    Math.min(PITCH.most, Math.floor((width - LEFT) / weeks.length)),
  );
  const columnOf = new Map(
    weeks.flatMap((week, column) => week.map(day => [day, column] as const)),
  );
  const days = figures.days.filter(({ day }) => columnOf.has(day));
  const places = days.map(({ day }) => ({
    x: LEFT + columnOf.get(day)! * pitch,
    y: weekdayOf(day) * pitch,
  }));
  const marks = useMarks(places, days.length - 1);
  const total = LEFT + weeks.length * pitch;

  // Where it does not fit, the newest are in sight.
  useLayoutEffect(() => {
    ref.current?.scrollTo?.({ left: total });
  }, [ref, total]);

  return (
    <div ref={ref} className={classes.frame}>
      <div className={classes.calendar} style={{ width: total }}>
        <OwnerChanges
          changes={figures.owners}
          zone={zone}
          left={day => LEFT + (columnOf.get(day) ?? -1) * pitch - 2}
          isShown={day => columnOf.has(day)}
          width={total}
          height={7 * pitch}
        />
        <CalendarAxes weeks={weeks} pitch={pitch} left={LEFT} />
        <div
          {...marks.groupProps}
          aria-label={t('calendar')}
          className={classes.days}
          style={{ height: 7 * pitch }}
        >
          <svg
            aria-hidden="true"
            className={classes.empty}
            width={total}
            height={7 * pitch}
          >
            {weeks.flatMap((week, column) =>
              week.map((day, row) => (
                <rect
                  key={day}
                  x={LEFT + column * pitch}
                  y={row * pitch}
                  width={pitch - 3}
                  height={pitch - 3}
                  rx="2"
                />
              )),
            )}
          </svg>
          {days.map((day, index) => (
            <button
              key={day.day}
              type="button"
              {...marks.markProps(index)}
              className={classes.day}
              data-shade={shadeOf(day, measure)}
              data-failed={day.deployments.failed > 0 || undefined}
              aria-label={words(day)}
              aria-pressed={marked.isDay(day.day)}
              style={{
                left: places[index].x,
                top: places[index].y,
                width: pitch - 3,
                height: pitch - 3,
              }}
              onClick={() => marked.toggle({ kind: 'day', day: day.day })}
            >
              {day.major && <PriorityShape priority="P2" />}
            </button>
          ))}
          {marks.shown && (
            <Hint mark={marks.shown.mark}>
              {words(days[marks.shown.index])}
            </Hint>
          )}
        </div>
      </div>
    </div>
  );
};
