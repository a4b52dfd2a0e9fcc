import type { Instant, Priority } from './vocabulary';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The times an organisation keeps, in milliseconds. A missing entry means that
 * there is no such time for that priority.
 * @public
 */
export interface IncidentPolicy {
  /** From being told to somebody taking it. */
  acknowledgeWithin: Partial<Record<Priority, number>>;
  /** From taking it to the first update. */
  firstUpdateWithin: Partial<Record<Priority, number>>;
  /** From one update to the next. */
  updateEvery: Partial<Record<Priority, number>>;
  /** How long before an update is due the lead is reminded. */
  updateWarning: number;
  /** The share of the time to acknowledge after which a warning is given, 0 to 1. */
  acknowledgeWarningShare: number;
  /** How long a mitigated incident is watched before *resolve* is proposed. */
  watchFor: number;
  /** How long a resolved P3 to P5 stays open; P1 and P2 are closed by a person. */
  closeAfter: number;
  /** How long a dismissal or a merge can be undone. */
  undoFor: number;
  /** How long after the resolve its reporter may reopen it. */
  reopenFor: number;
  /** How long something that healed before anybody took it stays in sight. */
  recoveredFor: number;
}

/**
 * The defaults: PagerDuty's and Atlassian's public response guides for the
 * cadence of updates, ServiceNow's for the times to acknowledge.
 * @public
 */
export const DEFAULT_POLICY: IncidentPolicy = {
  acknowledgeWithin: {
    P1: 5 * MINUTE,
    P2: 15 * MINUTE,
    P3: HOUR,
    P4: DAY,
  },
  firstUpdateWithin: { P1: 10 * MINUTE, P2: 15 * MINUTE, P3: 4 * HOUR },
  updateEvery: { P1: 30 * MINUTE, P2: HOUR, P3: 4 * HOUR },
  updateWarning: 5 * MINUTE,
  acknowledgeWarningShare: 0.75,
  watchFor: 30 * MINUTE,
  closeAfter: 3 * DAY,
  undoFor: DAY,
  reopenFor: 7 * DAY,
  recoveredFor: DAY,
};

/** The instant `milliseconds` after `from`. @public */
export function after(from: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(from) + milliseconds).toISOString();
}
