import type { Knex } from 'knex';
import { inOneGo } from '../database/inOneGo';
import type { IncidentChanges } from '../incidents/IncidentChanges';
import type { IncidentWriter } from '../incidents/IncidentWriter';
import type { AssessedAlert, AssessedPortion } from './AlertAssessor';
import { keyOf, type AlertStore, type StoredAlert } from './AlertStore';
import type { Start } from './alertGroups';
import type { Correlator } from './Correlator';
import type { DeliveryClaims } from './DeliveryClaims';
import { OccurrenceLedger, type Entry } from './OccurrenceLedger';
import type { Occurrence, OccurrenceStore } from './OccurrenceStore';
import type { AlertOutcome, OutcomeStore } from './OutcomeStore';
import { TouchedIncidents } from './TouchedIncidents';

/** An alert that is still to be written down, and the portion that it is of. */
interface Line {
  portion: AssessedPortion;
  assessed: AssessedAlert;
}

/**
 * Writes portions of messages down in the caller's transaction: alerts,
 * occurrences, incidents and outcomes together. What is written already is left
 * out, so a message that is processed again changes nothing.
 */
export class AlertRecorder {
  readonly #claims: DeliveryClaims;
  readonly #alerts: AlertStore;
  readonly #occurrences: OccurrenceStore;
  readonly #outcomes: OutcomeStore;
  readonly #correlator: Correlator;
  readonly #writer: IncidentWriter;

  constructor(options: {
    claims: DeliveryClaims;
    alerts: AlertStore;
    occurrences: OccurrenceStore;
    outcomes: OutcomeStore;
    correlator: Correlator;
    writer: IncidentWriter;
  }) {
    this.#claims = options.claims;
    this.#alerts = options.alerts;
    this.#occurrences = options.occurrences;
    this.#outcomes = options.outcomes;
    this.#correlator = options.correlator;
    this.#writer = options.writer;
  }

  /**
   * @param owner - the process; of what it has lost to another one nothing is written
   * @returns the incidents that something changed about, and the messages that are done
   */
  async record(
    tx: Knex.Transaction,
    batch: readonly AssessedPortion[],
    owner: string,
    now: string,
  ): Promise<{ incidentIds: string[]; processed: AssessedPortion[] }> {
    const ours = await this.#ours(tx, batch, owner, now);
    const portions = await this.#unsettled(tx, ours);
    const lines = portions.flatMap(portion =>
      portion.alerts.map(assessed => ({ portion, assessed })),
    );
    const touched = await this.#writer.together(tx, now, changes =>
      this.#recordAlerts(tx, changes, lines, now),
    );
    await this.#outcomes.insert(tx, portions.flatMap(keptAsideOf));

    const processed = portions.filter(({ isLast }) => isLast);
    for (const { delivery, truncated } of processed) {
      if (truncated > 0) {
        await this.#claims.noteTruncated(tx, delivery.id, truncated);
      }
    }
    return { incidentIds: touched, processed };
  }

  /** The portions of messages that are still this process's, which are done with by their last ones. */
  async #ours(
    tx: Knex.Transaction,
    batch: readonly AssessedPortion[],
    owner: string,
    now: string,
  ): Promise<AssessedPortion[]> {
    const ending = idsOf(batch.filter(({ isLast }) => isLast));
    const going = idsOf(batch).filter(id => !ending.includes(id));
    const ended = await this.#claims.processed(tx, owner, ending, now);
    const held = await this.#claims.lockClaimed(tx, owner, going);
    return batch.filter(
      ({ delivery: { id } }) => ended.has(id) || held.has(id),
    );
  }

  /** Portions without what is written already. */
  async #unsettled(
    tx: Knex.Transaction,
    portions: readonly AssessedPortion[],
  ): Promise<AssessedPortion[]> {
    const settled = await this.#outcomes.settled(
      tx,
      idsOf(portions.filter(mayBeSettled)),
    );
    return portions.map(portion => {
      const isSettled = ({ position }: { position: number }) =>
        settled.get(portion.delivery.id)?.has(position);
      return {
        ...portion,
        alerts: portion.alerts.filter(alert => !isSettled(alert)),
        keptAside: portion.keptAside.filter(aside => !isSettled(aside)),
      };
    });
  }

  /** @returns the incidents that something changed about */
  async #recordAlerts(
    tx: Knex.Transaction,
    changes: IncidentChanges,
    lines: readonly Line[],
    now: string,
  ): Promise<string[]> {
    if (lines.length === 0) {
      return [];
    }
    const stored = await this.#alerts.write(tx, lines.map(sentOf));
    const alertOf = (line: Line) => stored.get(keyOf(sentOf(line)))!;
    const ledger = new OccurrenceLedger(
      await this.#earlierOf(
        tx,
        lines.filter(line => !alertOf(line).isNew),
        alertOf,
      ),
    );
    const entries = lines.map(line =>
      ledger.enter(
        alertOf(line).id,
        line.assessed,
        line.portion.delivery.receivedAt,
      ),
    );
    const opened = await this.#correlator.attach(
      tx,
      changes,
      lines.flatMap((line, index) =>
        startsOf(line, entries[index], alertOf(line)),
      ),
      now,
    );
    await inOneGo(tx, [
      () => ledger.write(tx, this.#occurrences),
      () =>
        this.#outcomes.insert(
          tx,
          lines.map((line, index) => outcomeOf(line, entries[index])),
        ),
    ]);
    const touched = new TouchedIncidents(opened);
    lines.forEach((line, index) =>
      touched.note({
        assessed: line.assessed,
        sourceTitle: line.portion.sourceTitle,
        entry: entries[index],
        before: alertOf(line),
      }),
    );
    await touched.tell(tx, changes, this.#occurrences);
    return touched.ids;
  }

  /** What is known of the alerts that were heard of before. */
  async #earlierOf(
    tx: Knex.Transaction,
    lines: readonly Line[],
    alertOf: (line: Line) => StoredAlert,
  ): Promise<Occurrence[]> {
    return lines.length === 0
      ? []
      : this.#occurrences.known(
          tx,
          [...new Set(lines.map(line => alertOf(line).id))],
          [...new Set(lines.map(startOf))],
        );
  }
}

/** A message that goes as a whole is done with where anything of it is written. */
function mayBeSettled({ delivery, isWhole }: AssessedPortion): boolean {
  return delivery.attempts > 1 || !isWhole;
}

function idsOf(portions: readonly AssessedPortion[]): string[] {
  return [...new Set(portions.map(({ delivery }) => delivery.id))];
}

function sentOf({ portion, assessed }: Line) {
  return {
    source: portion.delivery.source,
    dedupKey: assessed.alert.dedupKey,
    alert: assessed.alert,
    ...(assessed.place?.entityRef && { entityRef: assessed.place.entityRef }),
    receivedAt: portion.delivery.receivedAt,
  };
}

function startOf({ portion, assessed }: Line): string {
  return assessed.alert.startsAt ?? portion.delivery.receivedAt;
}

function startsOf(
  { portion, assessed }: Line,
  entry: Entry,
  { isNew }: StoredAlert,
): Start[] {
  const { place } = assessed;
  return entry.starts && place
    ? [
        {
          occurrence: entry.occurrence,
          assessed: { ...assessed, place },
          sourceTitle: portion.sourceTitle,
          isFirst: isNew,
          ...(entry.follows && { follows: entry.follows }),
        },
      ]
    : [];
}

function outcomeOf(
  { portion, assessed }: Line,
  { occurrence, remark }: Entry,
): AlertOutcome {
  return {
    deliveryId: portion.delivery.id,
    position: assessed.position,
    occurrenceId: occurrence.id,
    title: assessed.alert.title,
    disposition: occurrence.disposition,
    reason: remark ?? occurrence.reason,
    receivedAt: portion.delivery.receivedAt,
  };
}

function keptAsideOf({ delivery, keptAside }: AssessedPortion): AlertOutcome[] {
  return keptAside.map(({ position, reason, excerpt }) => ({
    deliveryId: delivery.id,
    position,
    title: `Alert ${position + 1} of the message`,
    disposition: 'kept-aside',
    reason,
    excerpt,
    receivedAt: delivery.receivedAt,
  }));
}
