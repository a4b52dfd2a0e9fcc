import type {
  IncidentChange,
  MovingAlerts,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { OutboxEntry } from '../delivery';

/* What writing an incident needs of the rooms beside. */

/** The kind under which incidents are known to clocks and outbox. */
export const INCIDENT = 'incident';

/** The alerts of an incident, as far as writing it concerns them. */
export interface AttachedAlerts {
  /** Alerts of the one go over to the other, marked with where they came from. */
  move(tx: Knex.Transaction, fromId: string, toId: string): Promise<void>;
  /** Those that came from the one go back to it. */
  moveBack(tx: Knex.Transaction, fromId: string, toId: string): Promise<void>;
  /** Which of these alerts the incident has, and what it has beside them. */
  divide(
    tx: Knex.Transaction,
    incidentId: string,
    alertIds: readonly string[],
  ): Promise<Pick<MovingAlerts, 'moved' | 'rest'>>;
  /** These alerts of the one go over to the other, to stay. */
  moveOut(
    tx: Knex.Transaction,
    fromId: string,
    toId: string,
    alertIds: readonly string[],
  ): Promise<void>;
}

/** Where what people are to be told is written with the change that causes it. */
export interface NoticeOutbox {
  enqueue(
    tx: Knex.Transaction,
    entries: readonly OutboxEntry[],
    now: string,
  ): Promise<void>;
  /** Takes back what asks somebody to take these subjects and is not sent yet. */
  cancelPages(
    tx: Knex.Transaction,
    subjectKind: string,
    subjectIds: readonly string[],
  ): Promise<void>;
}

/**
 * What changes with incidents, in the transaction that changes them. It costs
 * nothing unless something concerns it.
 */
export interface ChangeFollower {
  follow(
    tx: Knex.Transaction,
    changes: readonly IncidentChange[],
    now: string,
  ): Promise<void>;
}
