import type { Instant } from '../incidents/vocabulary';

/** One time that an alert fired, as far as telling it from others needs. @public */
export interface KnownOccurrence {
  startsAt: Instant;
  firing: boolean;
}

/** What one message says about one alert. @public */
export interface AlertSighting {
  state: 'firing' | 'resolved';
  /** As the sender says; missing where it says nothing that can be used. */
  startsAt?: Instant;
  endsAt?: Instant;
  /** Ours. */
  receivedAt: Instant;
}

/** What a sighting means, given what is known of the alert. @public */
export type SightingMeaning<Occurrence extends KnownOccurrence> =
  /** It fires anew; what fired before has ended unheard. */
  | { is: 'start'; startsAt: Instant; ends?: Occurrence }
  /** Heard of before: it is counted, and that is all. */
  | { is: 'repeat'; of: Occurrence }
  /** About something that ended already: counted, and nothing opens again. */
  | { is: 'late'; of: Occurrence }
  | { is: 'end'; of: Occurrence }
  /** The end of something never heard of, which is normal. */
  | { is: 'unknown-end'; startsAt: Instant; ends?: Occurrence };

/**
 * Tells what a sighting means. The identity of an occurrence is its alert and its
 * start; in doubt it is a new one, so that none is lost.
 *
 * A firing that began before the open occurrence did is the open one too: where
 * two Prometheus servers send the same alert, Alertmanager sends the later start
 * first and the earlier one from then on. Its end then carries the earlier start
 * as well, and is told from a late end of an older occurrence by when it ended.
 *
 * @param known - of the alert: the occurrence that fires and the one with the
 * sighting's start; more do no harm
 * @public
 */
export function meaningOf<Occurrence extends KnownOccurrence>(
  known: readonly Occurrence[],
  sighting: AlertSighting,
): SightingMeaning<Occurrence> {
  const open = known.find(({ firing }) => firing);
  if (!sighting.startsAt && open) {
    return { is: sighting.state === 'firing' ? 'repeat' : 'end', of: open };
  }
  const startsAt = sighting.startsAt ?? sighting.receivedAt;
  const same = known.find(occurrence => occurrence.startsAt === startsAt);
  return sighting.state === 'firing'
    ? meaningOfFiring(startsAt, same, open)
    : meaningOfResolved(startsAt, sighting.endsAt, same, open);
}

function meaningOfFiring<Occurrence extends KnownOccurrence>(
  startsAt: Instant,
  same: Occurrence | undefined,
  open: Occurrence | undefined,
): SightingMeaning<Occurrence> {
  if (same) {
    return { is: same.firing ? 'repeat' : 'late', of: same };
  }
  if (open && startsAt < open.startsAt) {
    return { is: 'repeat', of: open };
  }
  return { is: 'start', startsAt, ...(open && { ends: open }) };
}

function meaningOfResolved<Occurrence extends KnownOccurrence>(
  startsAt: Instant,
  endsAt: Instant | undefined,
  same: Occurrence | undefined,
  open: Occurrence | undefined,
): SightingMeaning<Occurrence> {
  if (same) {
    return { is: same.firing ? 'end' : 'late', of: same };
  }
  if (open && startsAt < open.startsAt) {
    return endsAt && endsAt > open.startsAt
      ? { is: 'end', of: open }
      : { is: 'unknown-end', startsAt };
  }
  return { is: 'unknown-end', startsAt, ...(open && { ends: open }) };
}
