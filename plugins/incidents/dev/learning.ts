import type {
  Factors,
  FollowThrough,
} from '@linchpin/backstage-plugin-incidents-common';
import { ago } from './incident';
import { booking, payments, platform } from './people';

/** What contributed to the incidents of a service. */
export function someFactors(): Factors {
  return {
    reviewed: 9,
    incidents: 14,
    factors: [
      {
        tag: 'missing-alert',
        incidents: 5,
        recurred: true,
        openActions: 2,
        overdueActions: 1,
        numbers: ['INC-41', 'INC-33', 'INC-28', 'INC-17', 'INC-9'],
      },
      {
        tag: 'slow-failover',
        incidents: 3,
        recurred: true,
        openActions: 2,
        overdueActions: 0,
        numbers: ['INC-41', 'INC-28', 'INC-20'],
      },
      {
        tag: 'no-limit',
        incidents: 2,
        recurred: false,
        openActions: 1,
        overdueActions: 0,
        numbers: ['INC-41', 'INC-12'],
      },
      {
        tag: 'unclear-runbook',
        incidents: 1,
        recurred: false,
        openActions: 0,
        overdueActions: 0,
        numbers: ['INC-17'],
      },
    ],
  };
}

/** How much of what was decided gets done. */
export function someFollowThrough(now: number): FollowThrough {
  return {
    recurredWhileOpen: {
      incidents: 1,
      items: [
        {
          number: 'INC-41',
          title: 'Card payments time out for 1 in 5 bookings',
          at: ago(now, 38),
          action: {
            number: 'ACT-12',
            title:
              'Alert on connections of payments-db before the pool is full',
          },
          overdueDays: 9,
        },
      ],
    },
    cohorts: [
      cohort('2026-05', {}),
      cohort('2026-06', { closedOnTime: 4, closedLate: 3 }),
      cohort('2026-07', { closedOnTime: 5, closedLate: 2, wontDo: 1 }),
      cohort('2026-08', { closedOnTime: 6, closedLate: 1 }),
      cohort('2026-09', { closedOnTime: 3, closedLate: 2, open: 1 }),
      cohort('2026-10', { closedOnTime: 7, closedLate: 1, open: 1 }),
      cohort('2026-11', { closedOnTime: 4, open: 3 }),
    ],
    open: {
      count: 12,
      overdue: 3,
      needsOwner: 2,
      ageDaysP50: 18,
      ageDaysP90: 52,
    },
    verified: { verified: 21, closed: 38 },
    wontDo: { count: 1, of: 44 },
    teams: [
      { owner: payments, open: 6, overdue: 2, closedOnTime: 14, due: 22 },
      { owner: platform, open: 4, overdue: 1, closedOnTime: 9, due: 12 },
      { owner: booking, open: 2, overdue: 0, closedOnTime: 6, due: 9 },
    ],
  };
}

function cohort(
  month: string,
  counts: Partial<FollowThrough['cohorts'][number]>,
): FollowThrough['cohorts'][number] {
  const all = { closedOnTime: 0, closedLate: 0, open: 0, wontDo: 0, ...counts };
  const { closedOnTime, closedLate, open, wontDo } = all;
  return { month, due: closedOnTime + closedLate + open + wontDo, ...all };
}
