import type { Instant } from '@linchpin/backstage-plugin-incidents-common';
import { daysAgo, tell, type StoryIncident, type StoryStep } from '../script';
import { Chance } from './Chance';
import { courseOf } from './course';
import { TROUBLES, type Trouble } from './troubles';

const SEED = 1966;
const HOUR_MS = 3_600_000;

/** All of it is over by now: what is live is told by the chapters. */
const DAYS = { oldest: 363, newest: 5 };

/** What healed by itself stays open for a day, and an alert reaches what is open of its entity. */
const APART_MS = 26 * HOUR_MS;

/**
 * What goes wrong on ordinary days of the year up to `now`, so that there is enough
 * of it to be counted. Drawn by chance from a seed: the same `now` and the same told
 * story give the same year.
 *
 * @param told - what is told already: an entity is left alone while it is in trouble there
 */
export function everyday(
  now: Instant,
  told: readonly StoryIncident[],
): StoryIncident[] {
  const chance = new Chance(SEED);
  const busy = told.flatMap(spansOf);
  return TROUBLES.flatMap(trouble =>
    Array.from({ length: trouble.timesAYear }, (_, time) =>
      once(trouble, time, now, chance),
    ),
  ).filter(incident => {
    const spans = spansOf(incident);
    const isFree = !spans.some(span => busy.some(other => meet(span, other)));
    if (isFree) {
      busy.push(...spans);
    }
    return isFree;
  });
}

function once(
  trouble: Trouble,
  time: number,
  now: Instant,
  chance: Chance,
): StoryIncident {
  const days = DAYS.newest + chance.below(DAYS.oldest - DAYS.newest);
  const isLongAgo = days > (DAYS.oldest + DAYS.newest) / 2;
  const usual =
    trouble.usualMinutes * (isLongAgo ? (trouble.onceLonger ?? 1) : 1);
  return tell(
    {
      key: `${trouble.entity}-${trouble.alertname}-${time}`,
      begins: daysAgo(days, timeOfDay(chance)),
      scenes: courseOf(trouble, time, usual, chance),
    },
    now,
  );
}

/** Most of it in the hours in which people travel and release. */
function timeOfDay(chance: Chance): string {
  const hour = chance.draw() < 0.75 ? 7 + chance.below(12) : chance.below(24);
  const minute = chance.below(60);
  return [hour, minute].map(part => String(part).padStart(2, '0')).join(':');
}

interface Span {
  entityRef: string;
  from: number;
  to: number;
}

/** What comes long after the trouble. */
const LEARNING: ReadonlySet<StoryStep['does']> = new Set([
  'review',
  'propose',
  'act',
]);

/** When an incident has to do with each of its entities. */
function spansOf({ steps }: StoryIncident): Span[] {
  const times = steps
    .filter(({ does }) => !LEARNING.has(does))
    .map(({ at }) => Date.parse(at));
  const from = Math.min(...times);
  const to = Math.max(...times) + APART_MS;
  return [...new Set(steps.flatMap(entityOf))].map(entityRef => ({
    entityRef,
    from,
    to,
  }));
}

function entityOf(step: StoryStep): string[] {
  switch (step.does) {
    case 'declare':
      return step.request.entityRef ? [step.request.entityRef] : [];
    case 'command':
    case 'change':
    case 'review':
    case 'propose':
    case 'act':
      return [];
    default:
      return step.alert.entityRef ? [step.alert.entityRef] : [];
  }
}

function meet(a: Span, b: Span): boolean {
  return a.entityRef === b.entityRef && a.from < b.to && b.from < a.to;
}
