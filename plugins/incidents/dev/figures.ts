import {
  PRIORITIES,
  type HistoryFigures,
} from '@linchpin/backstage-plugin-incidents-common';
import { statisticsOf } from '@linchpin/backstage-plugin-incidents-common/history';
import { booking, payments } from './people';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** When each of the counted incidents was declared, how long it took, and what is special about it. */
const COUNTED: readonly [
  daysAgo: number,
  minutes: number,
  priority: (typeof PRIORITIES)[number],
  special?: 'open' | 'change' | 'reopened',
][] = [
  [341, 42, 'P3'],
  [318, 95, 'P2', 'change'],
  [290, 12, 'P4'],
  [271, 31, 'P3', 'change'],
  [233, 187, 'P1', 'change'],
  [201, 66, 'P3', 'reopened'],
  [171, 24, 'P3'],
  [140, 9, 'P4'],
  [112, 71, 'P2'],
  [98, 38, 'P3'],
  [61, 1_510, 'P5'],
  [61, 45, 'P3', 'change'],
  [20, 27, 'P3'],
  [0, 38, 'P2', 'open'],
];

/** What the charts of an entity show that had {@link COUNTED} incidents within a year. */
export function someFigures(now: number): HistoryFigures {
  const at = (daysAgo: number) =>
    new Date(now - daysAgo * DAY_MS).toISOString();
  const dots = COUNTED.map(
    ([daysAgo, minutes, priority, special], index): Dot => ({
      number: special === 'open' ? 'INC-41' : `INC-${index + 1}`,
      title: `Card payments fail, time ${index + 1}`,
      priority,
      declaredAt: at(daysAgo),
      kind: special === 'open' ? 'censored' : 'ended',
      ms: minutes * MINUTE_MS,
      phases: {
        waiting: 4 * MINUTE_MS,
        investigating: (minutes / 4) * MINUTE_MS,
        fixing: (minutes / 2) * MINUTE_MS,
        monitoring: 0,
      },
      causedByChange: special === 'change',
      reopened: special === 'reopened',
    }),
  );
  const took = (factor: number) =>
    statisticsOf(
      dots.map(({ kind, ms }) => ({ kind, milliseconds: ms * factor })),
    );
  const share = (n: number) => ({ n, of: dots.length });
  return {
    period: { from: at(365), to: at(0) },
    shortened: false,
    zone: 'Europe/Berlin',
    counted: dots.length,
    leftOut: { drill: 2, dismissed: 1 },
    days: daysOf(dots),
    dots,
    durations: {
      detect: took(0.1),
      declare: took(0.05),
      acknowledge: took(0.2),
      mitigate: took(0.8),
      resolve: took(1),
      declaredToResolved: took(0.9),
    },
    trend: { kind: 'none', because: 'too-few', n: [4, 13], needed: 10 },
    impact: { ms: 40 * DAY_MS, incidents: 14, estimated: 1, rule: 'any' },
    outcomes: {
      falseAlarms: { n: 1, of: 15, dismissed: 1, merged: 0 },
      recovered: { n: 2, of: 15 },
      reopened: share(1),
      recurrences: share(0),
    },
    promises: {
      updates: { n: 7, of: 9 },
      acknowledged: { n: 12, of: 13 },
      actions: { n: 8, of: 11 },
    },
    changes: {
      caused: share(4),
      byKind: { deployment: 3, configuration: 1 },
      failRate: { n: 3, of: 214, linked: share(4) },
      recovery: took(0.7),
    },
    owners: [{ at: at(264), from: booking, to: payments }],
  };
}

type Dot = HistoryFigures['dots'][number];

function daysOf(dots: readonly Dot[]): HistoryFigures['days'] {
  const names = new Set(dots.map(({ declaredAt }) => declaredAt.slice(0, 10)));
  return [...names].map(day => {
    const own = dots.filter(({ declaredAt }) => declaredAt.startsWith(day));
    const from = Date.parse(day);
    return {
      day,
      from: new Date(from).toISOString(),
      to: new Date(from + DAY_MS).toISOString(),
      incidents: own.length,
      numbers: own.map(({ number }) => number),
      impactMs: own.reduce((sum, { ms }) => sum + ms, 0),
      major: own.some(({ priority }) => priority === 'P1' || priority === 'P2'),
      deployments: {
        n: 2,
        failed: own.some(({ causedByChange }) => causedByChange) ? 1 : 0,
      },
    };
  });
}
