import {
  isGradedHigher,
  type AlertGrade,
  type SystemCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentChanges } from '../incidents/IncidentChanges';
import type { AssessedAlert } from './AlertAssessor';
import { actorOf } from './alertGroups';
import type { StoredAlert } from './AlertStore';
import type { Entry } from './OccurrenceLedger';
import type { OccurrenceStore } from './OccurrenceStore';

/** What alerts mean for an incident that they belong to. */
interface Touched {
  sourceTitle: string;
  /** The worst that began to fire. */
  grade?: AlertGrade;
}

/**
 * The incidents that the alerts of a transaction have to do with, and what is to be
 * done about each: they are raised, wakened or calmed.
 */
export class TouchedIncidents {
  readonly #opened: ReadonlySet<string>;
  readonly #touched = new Map<string, Touched>();
  /** Of those that were opened here: their alerts are all of this transaction. */
  readonly #firing = new Set<string>();

  /** @param opened - the incidents that were opened for these alerts */
  constructor(opened: ReadonlySet<string>) {
    this.#opened = opened;
  }

  get ids(): string[] {
    return [...this.#touched.keys()];
  }

  /** Notes what one alert means for the incidents that it has to do with. */
  note({
    assessed: { alert, verdict },
    sourceTitle,
    entry: { occurrence, starts, ended },
    before,
  }: {
    assessed: AssessedAlert;
    sourceTitle: string;
    entry: Entry;
    before: StoredAlert;
  }): void {
    for (const { incidentId } of ended) {
      if (incidentId && !this.#touched.has(incidentId)) {
        this.#touched.set(incidentId, { sourceTitle });
      }
    }
    const { incidentId } = occurrence;
    if (incidentId && occurrence.firing && this.#opened.has(incidentId)) {
      this.#firing.add(incidentId);
    }
    const isWorse =
      occurrence.firing &&
      alert.state === 'firing' &&
      verdict.disposition !== 'record' &&
      alert.severity !== before.severity;
    if (!incidentId || !(starts || isWorse)) {
      return;
    }
    const known = this.#touched.get(incidentId)?.grade;
    const { impact, urgency } = verdict;
    this.#touched.set(incidentId, {
      sourceTitle,
      grade:
        known && isGradedHigher(known, verdict) ? known : { impact, urgency },
    });
  }

  /** Raises, wakes or calms them by what their alerts do now, as it is written. */
  async tell(
    tx: Knex.Transaction,
    changes: IncidentChanges,
    occurrences: OccurrenceStore,
  ): Promise<void> {
    const ids = this.ids.sort();
    const older = ids.filter(id => !this.#opened.has(id));
    const firing = new Set([
      ...this.#firing,
      ...(older.length > 0 ? await occurrences.firingIn(tx, older) : []),
    ]);
    const known = await changes.hold(
      ids.filter(id => !firing.has(id) || !this.#opened.has(id)),
    );
    for (const id of known.keys()) {
      const { grade, ...by } = this.#touched.get(id)!;
      const facts = { actor: actorOf(by), mayRespond: true };
      for (const command of commandsFor(grade, firing.has(id))) {
        await changes.execute(id, { command }, facts);
      }
    }
  }
}

function commandsFor(
  grade: AlertGrade | undefined,
  fires: boolean,
): SystemCommand[] {
  if (!fires) {
    return [{ type: 'recover' }];
  }
  return grade ? [{ type: 'raise', ...grade }, { type: 'relapse' }] : [];
}
