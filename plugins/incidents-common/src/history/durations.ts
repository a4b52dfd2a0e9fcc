import { impactMilliseconds, impactRuns } from '../incidents/impact';
import type { Stamps } from '../incidents/state';
import type { Instant } from '../incidents/vocabulary';
import { watchedUntil, type IncidentFacts } from './record';
import { lengthOf, sumOf } from './spans';

/**
 * A time in milliseconds that an incident took. `censored`: it goes on, or ended
 * without what was waited for, and took at least so long. `missing`: what it is
 * counted from or to is unknown, a guess, or contradicts the other. `inapplicable`:
 * there is no such time, as of what was no incident.
 *
 * Censored ones are kept beside the ended ones and not left out, which would
 * flatter: PagerDuty's Insights leaves out what nobody acknowledged.
 * @public
 */
export type Duration =
  | { kind: 'ended' | 'censored'; milliseconds: number }
  | { kind: 'missing' | 'inapplicable' };

/** Whose time it is: the customers' from the begin of the impact, the responders' from when it was noticed. @public */
export type View = 'customer' | 'response';

const BEGINS: Record<View, keyof Stamps> = {
  customer: 'impactStartedAt',
  response: 'detectedAt',
};

const MISSING: Duration = { kind: 'missing' };
const INAPPLICABLE: Duration = { kind: 'inapplicable' };

/**
 * From the begin of the impact until it was noticed.
 * Source: FireHydrant, "Incident milestones" (started to detected).
 * @public
 */
export function timeToDetect(facts: IncidentFacts): Duration {
  return isNone(facts)
    ? INAPPLICABLE
    : ended(known(facts, 'impactStartedAt'), known(facts, 'detectedAt'));
}

/**
 * From being noticed until it was declared an incident.
 * Source: Google, "Incident management guide": declare early; FireHydrant's
 * milestones.
 * @public
 */
export function timeToDeclare(facts: IncidentFacts): Duration {
  return isNone(facts)
    ? INAPPLICABLE
    : ended(known(facts, 'detectedAt'), known(facts, 'declaredAt'));
}

/**
 * From the first page until the first person took it; later takers change nothing.
 * Censored where nobody did: up to the resolve, else up to now. Inapplicable where
 * nobody was paged, or not before somebody had taken it.
 * Source: PagerDuty, "Insights" (time to first acknowledgement), without leaving
 * out what was never acknowledged.
 * @public
 */
export function timeToAcknowledge(
  facts: IncidentFacts,
  now: Instant,
): Duration {
  const { notifiedAt, acknowledgedAt, resolvedAt } = facts.stamps;
  if (
    isNone(facts) ||
    !notifiedAt ||
    (acknowledgedAt && acknowledgedAt < notifiedAt)
  ) {
    return INAPPLICABLE;
  }
  return acknowledgedAt
    ? ended(known(facts, 'notifiedAt'), known(facts, 'acknowledgedAt'))
    : censored(
        known(facts, 'notifiedAt'),
        resolvedAt ?? watchedUntil(facts, now),
      );
}

/**
 * From the begin of the impact (`customer`) or from being noticed (`response`)
 * until customers were affected no more for the first time. What was resolved
 * without having been watched was mitigated by that. Censored while customers are
 * affected for the first time.
 * Source: FireHydrant, "Incident milestones" (started to mitigated); incident.io
 * stamps the fix at the first entry to monitoring.
 * @public
 */
export function timeToMitigate(
  facts: IncidentFacts,
  view: View,
  now: Instant,
): Duration {
  if (isNone(facts)) {
    return INAPPLICABLE;
  }
  const from = known(facts, BEGINS[view]);
  const [first] = facts.impactWindows;
  if (facts.stamps.mitigatedAt) {
    return ended(from, known(facts, 'mitigatedAt'));
  }
  return first?.to || facts.outcome !== 'live'
    ? ended(from, isGuess(facts, 'resolvedAt') ? undefined : first?.to)
    : censored(from, watchedUntil(facts, now));
}

/**
 * From the begin of the impact (`customer`) or from being noticed (`response`) to
 * the last resolve, without the gaps between two impact windows: a week in which all
 * was well before a reopening is no work. Censored while it is live, also when it was
 * resolved in between.
 * Source: FireHydrant, "Incident milestones" (started to resolved).
 * @public
 */
export function timeToResolve(
  facts: IncidentFacts,
  view: View,
  now: Instant,
): Duration {
  return shortened(untilResolved(facts, BEGINS[view], now), gapsBetween(facts));
}

/**
 * From the begin of the impact to the last resolve, gaps included. Censored while it
 * is live.
 * @public
 */
export function elapsed(facts: IncidentFacts, now: Instant): Duration {
  return untilResolved(facts, 'impactStartedAt', now);
}

/**
 * From the declaration to the last resolve, gaps included: what a ticket system
 * knows (ServiceNow's opened to resolved), also where nobody said when the impact
 * began. Censored while it is live.
 * @public
 */
export function declaredToResolved(
  facts: IncidentFacts,
  now: Instant,
): Duration {
  return untilResolved(facts, 'declaredAt', now);
}

/**
 * How long customers were affected: the sum of the impact windows. Censored while
 * they are.
 * Source: Datadog keeps the customer impact apart from the incident in the same way.
 * @public
 */
export function impactDuration(facts: IncidentFacts, now: Instant): Duration {
  if (isNone(facts)) {
    return INAPPLICABLE;
  }
  const { impactWindows } = facts;
  return impactWindows.length === 0 ||
    isGuess(facts, 'impactStartedAt', 'mitigatedAt', 'resolvedAt')
    ? MISSING
    : {
        kind: impactRuns(impactWindows) ? 'censored' : 'ended',
        milliseconds: impactMilliseconds(
          impactWindows,
          watchedUntil(facts, now),
        ),
      };
}

function untilResolved(
  facts: IncidentFacts,
  from: keyof Stamps,
  now: Instant,
): Duration {
  if (isNone(facts)) {
    return INAPPLICABLE;
  }
  return facts.outcome === 'live'
    ? censored(known(facts, from), watchedUntil(facts, now))
    : ended(known(facts, from), known(facts, 'resolvedAt'));
}

/** In milliseconds. */
function gapsBetween({ impactWindows }: IncidentFacts): number {
  return sumOf(
    impactWindows.slice(1).map(({ from }, index) => ({
      from: impactWindows[index].to ?? from,
      to: from,
    })),
  );
}

/** What was dismissed or merged took no time: it was no incident of its own. */
function isNone({ outcome }: IncidentFacts): boolean {
  return outcome === 'dismissed' || outcome === 'merged';
}

function isGuess(
  { estimated }: IncidentFacts,
  ...stamps: (keyof Stamps)[]
): boolean {
  return stamps.some(stamp => estimated.includes(stamp));
}

function known(facts: IncidentFacts, stamp: keyof Stamps): Instant | undefined {
  return isGuess(facts, stamp) ? undefined : facts.stamps[stamp];
}

function ended(from: Instant | undefined, to: Instant | undefined): Duration {
  return from && to && from <= to
    ? { kind: 'ended', milliseconds: lengthOf({ from, to }) }
    : MISSING;
}

function censored(from: Instant | undefined, until: Instant): Duration {
  return from
    ? { kind: 'censored', milliseconds: lengthOf({ from, to: until }) }
    : MISSING;
}

function shortened(duration: Duration, by: number): Duration {
  return 'milliseconds' in duration
    ? { ...duration, milliseconds: Math.max(0, duration.milliseconds - by) }
    : duration;
}
