import type { Period } from '../history/spans';
import type { IncidentState } from '../incidents/state';
import type { Instant } from '../incidents/vocabulary';
import { tookEffectAt, type ChangeEvent } from './changeEvent';

/**
 * How a change lies to the begin of the impact. `before`: it had taken effect so
 * many milliseconds before. `under-way`: it was being made then. `after`: it was
 * begun so many milliseconds after, as what ends an incident is.
 * @public
 */
export interface Nearness {
  when: 'before' | 'under-way' | 'after';
  milliseconds: number;
}

/** A change, and how it lies to an incident. @public */
export interface NearChange<T extends Timed = ChangeEvent> {
  change: T;
  nearness: Nearness;
}

/** What of a change its place in time needs. @public */
export type Timed = Pick<ChangeEvent, 'startedAt' | 'finishedAt'>;

/** What of an incident its changes are looked for by. @public */
export type Surroundings = Pick<
  IncidentState,
  'stamps' | 'status' | 'statusSince'
>;

/**
 * When the impact began, as far as is known.
 * @public
 */
export function impactBegan({ stamps }: Pick<Surroundings, 'stamps'>): Instant {
  return stamps.impactStartedAt ?? stamps.detectedAt ?? stamps.declaredAt;
}

/**
 * When changes may have to do with an incident: from so long before its impact
 * began until it is over, at the latest `now`.
 *
 * @param before - in milliseconds
 * @public
 */
export function periodOfChanges(
  incident: Surroundings,
  before: number,
  now: Instant,
): Period {
  const began = Date.parse(impactBegan(incident));
  return {
    from: new Date(began - before).toISOString(),
    to: endedAt(incident) ?? now,
  };
}

/**
 * The changes that were made in a period, with how they lie to the begin of the
 * impact: what was being made then, what came before it, the nearest first, and what
 * came after.
 * @public
 */
export function changesNear<T extends Timed>(
  changes: readonly T[],
  period: Period,
  began: Instant,
): NearChange<T>[] {
  return changes
    .filter(change => isWithin(change, period))
    .map(change => ({ change, nearness: nearnessOf(change, began) }))
    .sort((a, b) => bySuspicion(a.nearness, b.nearness));
}

/**
 * How a change lies to the begin of an impact.
 * @public
 */
export function nearnessOf(change: Timed, began: Instant): Nearness {
  const effect = tookEffectAt(change);
  if (effect <= began) {
    return { when: 'before', milliseconds: between(effect, began) };
  }
  return change.startedAt <= began
    ? { when: 'under-way', milliseconds: 0 }
    : { when: 'after', milliseconds: between(began, change.startedAt) };
}

function isWithin(change: Timed, { from, to }: Period): boolean {
  return tookEffectAt(change) >= from && change.startedAt <= to;
}

function endedAt({
  stamps,
  status,
  statusSince,
}: Surroundings): Instant | undefined {
  return status === 'dismissed' || status === 'merged'
    ? statusSince
    : stamps.resolvedAt;
}

/** What came after cannot be the cause. */
const SUSPICION: readonly Nearness['when'][] = ['under-way', 'before', 'after'];

function bySuspicion(a: Nearness, b: Nearness): number {
  return (
    SUSPICION.indexOf(a.when) - SUSPICION.indexOf(b.when) ||
    a.milliseconds - b.milliseconds
  );
}

function between(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}
