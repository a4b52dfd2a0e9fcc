import type { Instant } from '@linchpin/backstage-plugin-incidents-common';
import { jonas, mei, nadia, ola, ravi, type Person } from '../people';
import { deploys, weeksAgo, type StoryStep } from '../script';

/** What goes out again and again without any trouble. */
interface Routine {
  entityRef: string;
  who: Person;
  weekday: Parameters<typeof weeksAgo>[1];
  timeOfDay: string;
  /** In weeks. */
  every: number;
  /** Before the number of the version that goes out. */
  version: string;
}

const YEAR = 52;

const ROUTINES: Routine[] = [
  {
    entityRef: 'component:default/payments-api',
    who: nadia,
    weekday: 'Wed',
    timeOfDay: '09:24',
    every: 1,
    version: '7',
  },
  {
    entityRef: 'component:default/refund-worker',
    who: ola,
    weekday: 'Mon',
    timeOfDay: '13:10',
    every: 3,
    version: '2',
  },
  {
    entityRef: 'component:default/checkout-api',
    who: ravi,
    weekday: 'Thu',
    timeOfDay: '10:47',
    every: 2,
    version: '4',
  },
  {
    entityRef: 'component:default/booking-api',
    who: mei,
    weekday: 'Tue',
    timeOfDay: '08:35',
    every: 1,
    version: '31',
  },
  {
    entityRef: 'component:default/seat-map',
    who: jonas,
    weekday: 'Thu',
    timeOfDay: '14:02',
    every: 4,
    version: '5',
  },
];

/** The versions of payments-db between those that went wrong, and how many weeks ago each went out. */
const DATABASE: [version: string, weeks: number][] = [
  ['15.3', 52],
  ['15.5', 41],
  ['15.7', 22],
];

/** What was deployed in the year up to `now` without anybody noticing. */
export function deployments(now: Instant): StoryStep[] {
  return [
    ...ROUTINES.flatMap(routine => stepsOf(routine, now)),
    ...DATABASE.map(([version, weeks]) =>
      step(weeksAgo(weeks, 'Tue', '10:15')(now), ravi, {
        entityRef: 'resource:default/payments-db',
        version,
      }),
    ),
  ];
}

function stepsOf(routine: Routine, now: Instant): StoryStep[] {
  const { who, entityRef, weekday, timeOfDay, every, version } = routine;
  return Array.from({ length: Math.floor(YEAR / every) }, (_, index) => {
    const at = weeksAgo(YEAR - index * every, weekday, timeOfDay)(now);
    return step(at, who, { entityRef, version: `${version}.${index}` });
  });
}

function step(
  at: Instant,
  who: Person,
  { entityRef, version }: { entityRef: string; version: string },
): StoryStep {
  return deploys(
    0,
    who,
    entityRef,
    version,
  )(minutes => new Date(Date.parse(at) + minutes * 60_000).toISOString());
}
