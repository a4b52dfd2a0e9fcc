import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { durationScale } from '../../../charts/durationScale';
import { Hint } from '../../../charts/Hint';
import { useMarks } from '../../../charts/useMarks';
import { useWidth } from '../../../charts/useWidth';
import { PriorityMark } from '../../../elements/PriorityMark';
import { useDurationFormat } from '../../../elements/time';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { Marked } from '../useMarked';
import { DotFacts } from './DotFacts';
import { EndedMark, OpenMark } from './DurationMark';
import { lanesOf } from './lanes';
import { useDotWords } from './useDotWords';
import classes from './DurationStrip.module.css';

/** Room for the names of the lanes. */
const LEFT = 48;
/** Half a dot at the left, an arrow at the right. */
const EDGE = 8;
const NARROW = 480;

/** A dot for each incident on a logarithmic scale, in lanes by priority, with the lines of p50 and p90. */
export const DurationStrip = (props: {
  figures: HistoryFigures;
  marked: Marked;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { duration } = useDurationFormat();
  const words = useDotWords();
  const { figures, marked } = props;
  const { resolve } = figures.durations;
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const isNarrow = width < NARROW;
  const scale = durationScale(figures.dots.map(({ ms }) => ms));
  const room = width - LEFT - 2 * EDGE - 16;
  const x = (ms: number) => LEFT + EDGE + scale.at(ms) * room;
  const { lanes, height } = lanesOf(figures.dots, x);
  const placed = lanes.flatMap(({ dots }) => dots);
  const marks = useMarks(placed);
  return (
    <div ref={ref} className={classes.strip}>
      <div
        className={classes.percentiles}
        data-narrow={isNarrow || undefined}
        role="note"
      >
        {(['p50', 'p90'] as const).map(share => {
          const { ended } = resolve[share];
          return ended === null ? null : (
            <Percentile
              key={share}
              share={share}
              words={t('percentile', { share, duration: duration(ended) })}
              left={x(ended)}
              width={width}
              height={height}
            />
          );
        })}
      </div>
      <div className={classes.plot} style={{ height }}>
        {scale.ticks.map(tick => (
          <span key={tick} className={classes.tick} style={{ left: x(tick) }} />
        ))}
        {lanes.map(({ priority, top, height: laneHeight }) => (
          <span
            key={priority}
            className={classes.lane}
            style={{ top, height: laneHeight }}
          >
            <PriorityMark priority={priority} />
          </span>
        ))}
        <div {...marks.groupProps} aria-label={t('durations')}>
          {placed.map(({ dot, x: left, y: top }, index) => (
            <button
              key={dot.number}
              type="button"
              {...marks.markProps(index)}
              className={classes.dot}
              data-priority={dot.priority}
              aria-label={words(dot)}
              aria-pressed={marked.isIncident(dot.number)}
              style={{ left, top }}
              onClick={() =>
                marked.toggle({ kind: 'incident', number: dot.number })
              }
            >
              {dot.kind === 'ended' ? <EndedMark /> : <OpenMark />}
            </button>
          ))}
        </div>
        {marks.shown && (
          <Hint mark={marks.shown.mark}>
            <DotFacts dot={placed[marks.shown.index].dot} />
          </Hint>
        )}
      </div>
      <div className={classes.axis} aria-hidden="true">
        {scale.ticks.map(
          (tick, index) =>
            (!isNarrow || index % 2 === 0) && (
              <span key={tick} style={{ left: x(tick) }}>
                {duration(tick)}
              </span>
            ),
        )}
      </div>
    </div>
  );
};

/** Its words stand outwards of its line, so that those of two do not meet. */
const Percentile = (props: {
  share: 'p50' | 'p90';
  words: string;
  left: number;
  width: number;
  height: number;
}) => {
  const { share, left, width, height } = props;
  const isOutwards = share === 'p50' ? left > 120 : left > width - 120;
  return (
    <span className={classes.percentile}>
      <span
        className={classes.percentileWords}
        style={isOutwards ? { right: width - left + 4 } : { left: left + 4 }}
      >
        {props.words}
      </span>
      <span className={classes.line} style={{ left, height: height + 16 }} />
    </span>
  );
};
