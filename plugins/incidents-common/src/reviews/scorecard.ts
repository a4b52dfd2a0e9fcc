import type { EventType, TimelineEvent } from '../incidents/events';
import type { IncidentPolicy } from '../incidents/policy';
import type { Instant, Priority } from '../incidents/vocabulary';
import {
  timeToAcknowledge,
  timeToMitigate,
  type Duration,
} from '../history/durations';
import { liveTime } from '../history/liveTime';
import { updatesOnTime } from '../history/promises';
import type { IncidentRecord } from '../history/record';
import { lengthOf, type Period } from '../history/spans';
import type { ScoreCheck } from '../schemas/answers/reviews';

/** For so long nobody may say nothing while it is live. Source: the shortest update cadence of the common response guides. */
const SILENCE = 30 * 60_000;

/** What people do without saying anything to the others. */
const UNHEARD: ReadonlySet<EventType> = new Set(['followed', 'unfollowed']);

/** What the scorecard is computed from: nothing of it is typed. @public */
export interface ScoredIncident {
  record: IncidentRecord;
  /** Oldest first. */
  timeline: readonly TimelineEvent[];
  policy: Pick<IncidentPolicy, 'acknowledgeWithin' | 'firstUpdateWithin'>;
  now: Instant;
}

/** One check of the scorecard, computed from what the incident recorded. @public */
export type Scoring = (incident: ScoredIncident) => ScoreCheck;

const timeToNotify: Scoring = ({ record, timeline }) => {
  const { declaredAt, notifiedAt } = record.stamps;
  return {
    check: 'time-to-notify',
    verdict: 'none',
    found: notifiedAt
      ? {
          fact: 'duration',
          milliseconds: lengthOf({ from: declaredAt, to: notifiedAt }),
          withinMs: null,
        }
      : { fact: 'unknown' },
    sequences: firstAt(timeline, notifiedAt),
  };
};

const timeToAcknowledgeIt: Scoring = ({ record, timeline, policy, now }) => {
  const taken = timeline.find(({ type }) => type === 'acknowledged');
  const at = taken?.at ?? record.stamps.declaredAt;
  return timed(
    'time-to-acknowledge',
    timeToAcknowledge(record, now),
    policy.acknowledgeWithin[priorityAt(record, at)],
    taken,
  );
};

const timeToFirstUpdate: Scoring = ({ record, timeline, policy, now }) => {
  const { acknowledgedAt, resolvedAt } = record.stamps;
  const update = timeline.find(
    ({ type, at }) =>
      type === 'update-posted' && (!acknowledgedAt || at >= acknowledgedAt),
  );
  const until = update?.at ?? resolvedAt ?? now;
  return timed(
    'time-to-first-update',
    acknowledgedAt
      ? {
          kind: update ? 'ended' : 'censored',
          milliseconds: lengthOf({ from: acknowledgedAt, to: until }),
        }
      : { kind: 'inapplicable' },
    acknowledgedAt === undefined
      ? undefined
      : policy.firstUpdateWithin[priorityAt(record, acknowledgedAt)],
    update,
  );
};

const timeToMitigateIt: Scoring = ({ record, timeline, now }) =>
  timed(
    'time-to-mitigate',
    timeToMitigate(record, 'response', now),
    undefined,
    timeline.find(event =>
      record.stamps.mitigatedAt
        ? event.type === 'status-changed' && event.data.to === 'monitoring'
        : event.type === 'resolved',
    ),
  );

const updatesInTime: Scoring = ({ record, timeline, now }) => {
  const { n, of } = updatesOnTime([record.course], now);
  return {
    check: 'updates-on-time',
    verdict: of === 0 ? 'none' : verdictOf(n === of),
    found: { fact: 'share', kept: n, of },
    sequences: numbersOf(
      timeline.filter(({ type }) => type === 'update-posted'),
    ),
  };
};

const handOvers: Scoring = ({ record, timeline }) => {
  const teams = record.course.owners.filter(({ ownerRef }) => ownerRef);
  return {
    check: 'hand-overs',
    verdict: 'none',
    found: { fact: 'count', count: Math.max(0, teams.length - 1) },
    sequences: numbersOf(timeline.filter(({ type }) => type === 'passed-on')),
  };
};

const silences: Scoring = ({ record, timeline, now }) => {
  const said = timeline.filter(
    ({ actor, type }) => actor.type === 'user' && !UNHEARD.has(type),
  );
  const gaps = liveTime(record, now).flatMap(period =>
    silencesIn(
      period,
      said.map(({ at }) => at),
    ),
  );
  return {
    check: 'silence',
    verdict: verdictOf(gaps.length === 0),
    found: { fact: 'count', count: gaps.length },
    sequences: gaps.flatMap(({ from }) =>
      numbersOf(said.filter(({ at }) => at === from)).slice(-1),
    ),
  };
};

/** Rooms add theirs. @public */
export const SCORINGS: readonly Scoring[] = [
  timeToNotify,
  timeToAcknowledgeIt,
  timeToFirstUpdate,
  timeToMitigateIt,
  updatesInTime,
  handOvers,
  silences,
];

/**
 * How the response went, with the definitions of service history, each check with
 * its fact and the entries of the timeline that show it.
 * @public
 */
export function scorecardOf(
  incident: ScoredIncident,
  scorings: readonly Scoring[] = SCORINGS,
): ScoreCheck[] {
  return scorings.map(scoring => scoring(incident));
}

function timed(
  check: string,
  duration: Duration,
  promised: number | undefined,
  shownBy: TimelineEvent | undefined,
): ScoreCheck {
  const withinMs = promised ?? null;
  const sequences = shownBy ? [shownBy.sequence] : [];
  if (!('milliseconds' in duration)) {
    return { check, verdict: 'none', found: { fact: 'unknown' }, sequences };
  }
  const { kind, milliseconds } = duration;
  const isLate = withinMs !== null && milliseconds > withinMs;
  const isKept = withinMs !== null && kind === 'ended' && !isLate;
  return {
    check,
    verdict: isLate || isKept ? verdictOf(isKept) : 'none',
    found: { fact: 'duration', milliseconds, withinMs },
    sequences,
  };
}

/** The stretches of a period in which nobody said anything for long. */
function silencesIn(period: Period, said: readonly Instant[]): Period[] {
  const inside = said.filter(at => at > period.from && at < period.to).sort();
  const ends = [...inside, period.to];
  return ends
    .map((to, index) => ({ from: inside[index - 1] ?? period.from, to }))
    .filter(gap => lengthOf(gap) > SILENCE);
}

function priorityAt({ course }: IncidentRecord, at: Instant): Priority {
  const then = course.priorities.filter(({ since }) => since <= at);
  return (then[then.length - 1] ?? course.priorities[0]).priority;
}

function verdictOf(isKept: boolean): ScoreCheck['verdict'] {
  return isKept ? 'kept' : 'missed';
}

function firstAt(
  timeline: readonly TimelineEvent[],
  at: Instant | undefined,
): number[] {
  return numbersOf(timeline.filter(event => event.at === at)).slice(0, 1);
}

function numbersOf(events: readonly TimelineEvent[]): number[] {
  return events.map(({ sequence }) => sequence);
}
