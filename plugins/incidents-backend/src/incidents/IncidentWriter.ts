import type { Knex } from 'knex';
import {
  IncidentChanges,
  type CommandEnvelope,
  type Committed,
  type GatheredFacts,
  type IncidentChangesStores,
  type Opening,
} from './IncidentChanges';

/** Facts and the instant at which they count. */
export type FactsAt = GatheredFacts & { now: string };

/**
 * The one write path. Every change of an incident goes through here: decided by
 * a pure function, applied by a pure function, and written with its timeline, its
 * clocks and its notices in the caller's transaction.
 */
export class IncidentWriter {
  readonly #stores: IncidentChangesStores;

  constructor(stores: IncidentChangesStores) {
    this.#stores = stores;
  }

  /** Makes any number of changes, and writes them together once the work is done. */
  async together<T>(
    tx: Knex.Transaction,
    now: string,
    work: (changes: IncidentChanges) => Promise<T>,
  ): Promise<T> {
    const changes = new IncidentChanges(tx, now, this.#stores);
    const result = await work(changes);
    await changes.write();
    return result;
  }

  /**
   * Opens a new incident.
   *
   * @throws InputError where the request contradicts itself.
   */
  async open(
    tx: Knex.Transaction,
    request: Opening['request'],
    facts: FactsAt,
    keys?: Opening['keys'],
  ): Promise<{ id: string; number: number }> {
    return this.together(tx, facts.now, async changes => {
      const [opened] = await changes.open([{ request, facts, keys }]);
      return opened;
    });
  }

  /**
   * Carries out a command on an incident that exists.
   *
   * @throws NotFoundError where there is no such incident, ConflictError where
   * the state does not allow it or has moved on, InputError naming the field,
   * NotAllowedError where it is not for this person.
   */
  async execute(
    tx: Knex.Transaction,
    id: string,
    envelope: CommandEnvelope,
    facts: FactsAt,
  ): Promise<Committed> {
    return this.together(tx, facts.now, changes =>
      changes.execute(id, envelope, facts),
    );
  }
}
