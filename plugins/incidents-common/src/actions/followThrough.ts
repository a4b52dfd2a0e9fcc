import { monthsOf } from '../history/calendar';
import { percentile } from '../history/percentiles';
import { shareOf, type Share } from '../history/shares';
import type { Period } from '../history/spans';
import type { Instant } from '../incidents/vocabulary';
import type { FollowThrough } from '../schemas/answers/actions';
import { isOpenAction, type ActionStatus } from './vocabulary';

/** What follow-through has to know of an action item as it stands. @public */
export interface FollowedAction {
  status: ActionStatus;
  /** The group that owns it now. */
  ownerRef?: string;
  /** Who does it. */
  responsibleRef?: string;
  proposedAt: Instant;
  /** A day of the organisation, such as `2026-12-01`, as it was moved last. */
  dueOn: string;
  /** The end of that day. */
  dueAt: Instant;
  /** Since when it is done, or will not be; of one that is open nothing. */
  closedAt?: Instant;
}

/** A like incident that came while an action that was to prevent it was open. @public */
export interface Recurrence {
  incident: { number: string; title: string };
  /** When it was declared. */
  at: Instant;
  action: { number: string; title: string };
  /** When the action was due, as far as was known then. */
  dueAt: Instant;
}

const DAY = 86_400_000;

/** Whether its day is over and there is still something to do. @public */
export function isOverdueAction(
  action: Pick<FollowedAction, 'status' | 'dueAt'>,
  now: Instant,
): boolean {
  return isOpenAction(action.status) && action.dueAt <= now;
}

/** For how many days it was overdue then, the one that had begun with it; 0 where it was not. @public */
export function daysOverdue(dueAt: Instant, at: Instant): number {
  return Math.max(0, Math.ceil((Date.parse(at) - Date.parse(dueAt)) / DAY));
}

/** What follow-through is made of. @public */
export interface FollowThroughOptions {
  /** Each once, however many incidents it has: those that are open, fell due or were closed in the period. */
  actions: readonly FollowedAction[];
  /** Those of the period. */
  recurrences: readonly Recurrence[];
  period: Period;
  now: Instant;
  /** Of the months, an IANA name. */
  zone: string;
}

/** With refs in place of names. @public */
export type FollowedThrough = Omit<FollowThrough, 'teams'> & {
  teams: (Omit<FollowThrough['teams'][number], 'owner'> & {
    owner: string | null;
  })[];
};

/**
 * How much of what was decided gets done, and in time. Whether an action was in time
 * shows when its day is over: what is done before counts from then on, as what is not
 * done does.
 * @public
 */
export function followThroughOf(
  options: FollowThroughOptions,
): FollowedThrough {
  const { actions, period, now } = options;
  const open = actions.filter(isOpen);
  const closed = actions.filter(
    ({ closedAt }) =>
      closedAt !== undefined && period.from < closedAt && closedAt <= period.to,
  );
  const done = closed.filter(isDone);
  const ages = open
    .map(({ proposedAt }) => (Date.parse(now) - Date.parse(proposedAt)) / DAY)
    .sort((a, b) => a - b);
  return {
    recurredWhileOpen: recurrencesTold(options.recurrences),
    cohorts: cohortsOf(options),
    open: {
      count: open.length,
      overdue: open.filter(action => isOverdueAction(action, now)).length,
      needsOwner: open.filter(({ responsibleRef }) => !responsibleRef).length,
      ageDaysP50: percentile(ages, 0.5) ?? null,
      ageDaysP90: percentile(ages, 0.9) ?? null,
    },
    verified: {
      verified: done.filter(({ status }) => status === 'verified').length,
      closed: done.length,
    },
    wontDo: { count: closed.length - done.length, of: closed.length },
    teams: teamsOf(options),
  };
}

/**
 * Of the actions that fell due in the period, those that were done by then. What was
 * decided not to be done before its day came was no broken promise.
 * @public
 */
export function actionsOnTime(
  actions: readonly FollowedAction[],
  period: Period,
): Share {
  return shareOf(
    actions.filter(action => fellDue(action, period)),
    action => isDone(action) && isInTime(action),
  );
}

/** An incident that came while several actions were open counts once; the most overdue of them comes first. */
function recurrencesTold(
  recurrences: readonly Recurrence[],
): FollowThrough['recurredWhileOpen'] {
  const newestFirst = [...recurrences].sort(
    (a, b) => b.at.localeCompare(a.at) || a.dueAt.localeCompare(b.dueAt),
  );
  return {
    incidents: new Set(recurrences.map(({ incident }) => incident.number)).size,
    items: newestFirst.map(({ incident, at, action, dueAt }) => ({
      ...incident,
      at,
      action,
      overdueDays: daysOverdue(dueAt, at),
    })),
  };
}

function cohortsOf({
  actions,
  period,
  zone,
}: FollowThroughOptions): FollowThrough['cohorts'] {
  const due = actions.filter(action => fellDue(action, period));
  return monthsOf(period, zone).map(month => {
    const ofMonth = due.filter(({ dueOn }) => dueOn.startsWith(month));
    const done = ofMonth.filter(isDone);
    const closedOnTime = done.filter(isInTime).length;
    return {
      month,
      due: ofMonth.length,
      closedOnTime,
      closedLate: done.length - closedOnTime,
      open: ofMonth.filter(isOpen).length,
      wontDo: ofMonth.filter(({ status }) => status === 'wont-do').length,
    };
  });
}

function teamsOf({
  actions,
  period,
  now,
}: FollowThroughOptions): FollowedThrough['teams'] {
  const byOwner = new Map<string | null, FollowedAction[]>();
  for (const action of actions) {
    const owner = action.ownerRef ?? null;
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), action]);
  }
  return [...byOwner]
    .map(([owner, owned]) => {
      const onTime = actionsOnTime(owned, period);
      return {
        owner,
        open: owned.filter(isOpen).length,
        overdue: owned.filter(action => isOverdueAction(action, now)).length,
        closedOnTime: onTime.n,
        due: onTime.of,
      };
    })
    .filter(({ open, due }) => open + due > 0)
    .sort(
      (a, b) =>
        b.overdue - a.overdue ||
        b.open - a.open ||
        ((a.owner ?? '') < (b.owner ?? '') ? -1 : 1),
    );
}

/** Whether its day was over in the period, and it was not decided by then to do without it. */
function fellDue(action: FollowedAction, { from, to }: Period): boolean {
  const { status, dueAt } = action;
  const isTakenBack = status === 'wont-do' && isInTime(action);
  return from < dueAt && dueAt <= to && !isTakenBack;
}

function isOpen({ status }: FollowedAction): boolean {
  return isOpenAction(status);
}

function isDone({ status }: FollowedAction): boolean {
  return status === 'done' || status === 'verified';
}

/** Whether it was over by the end of its day. */
function isInTime({ closedAt, dueAt }: FollowedAction): boolean {
  return closedAt !== undefined && closedAt <= dueAt;
}
