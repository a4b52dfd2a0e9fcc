import type { z } from 'zod/v3';
import type { findingKind } from '../schemas/answers';
import type { Instant } from '../incidents';

/**
 * What is not as it should be by now.
 * `clock-missing`: it should run, and does not. `clock-overdue`: it should have
 * gone off. `state-differs`: the incident as it stands is not what its timeline
 * tells. `timeline-broken`: the timeline has a gap or no beginning. `nobody-told`:
 * it was opened, and a message about that was never written. `alerts-waiting`,
 * `messages-stuck`: the oldest has waited too long.
 * @public
 */
export type FindingKind = z.infer<typeof findingKind>;

/** Something that should have happened by now and has not. @public */
export interface Finding {
  kind: FindingKind;
  /** The incident, where it is one; else empty. */
  subjectId: string;
  /** From when on it is not as it should be. */
  since: Instant;
  /** The clocks, fields or people concerned, or how many there are. */
  detail: string;
}

/** How late something may be before it is found, in milliseconds. @public */
export interface WatchBounds {
  /** Between falling due and having gone off. */
  clocksWithin: number;
  /** Between receiving an alert and having processed it. */
  alertsWithin: number;
  /** Between the instant at which a message is to be sent and a relay's taking it. */
  messagesWithin: number;
}

/** Far above what a loaded installation needs, far below what people would bear. @public */
export const WATCH_BOUNDS: WatchBounds = {
  clocksWithin: 60_000,
  alertsWithin: 2 * 60_000,
  messagesWithin: 2 * 60_000,
};
