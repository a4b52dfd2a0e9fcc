import type { HistoryDay } from './marks';

const MINUTE = 60_000;

export const MEASURES = ['impact', 'count'] as const;

/** What the shade of a day stands for. */
export type Measure = (typeof MEASURES)[number];

/** How dark a day is; 0 is a day on which something was, but nothing of what is measured. */
export type Shade = 0 | 1 | 2 | 3;

const IMPACT_STEPS = [0, 30 * MINUTE, 120 * MINUTE];
const COUNT_STEPS = [0, 1, 2];

export function shadeOf(day: HistoryDay, measure: Measure): Shade {
  const [value, steps] =
    measure === 'impact'
      ? [day.impactMs, IMPACT_STEPS]
      : [day.incidents, COUNT_STEPS];
  return steps.filter(step => value > step).length as Shade;
}
