import {
  decide,
  decideImport,
  decideOpening,
  type Actor,
  type Command,
  type Facts,
  type IncidentEvent,
  type IncidentReference,
  type MovingAlerts,
  type OpenCommand,
  type Past,
} from '@linchpin/backstage-plugin-incidents-common';
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CommandLog } from './CommandLog';
import { IncidentLedger, type LedgerStores } from './IncidentLedger';
import { refusalError } from './refusal';
import type { StoredIncident } from './storedIncident';

/** What a transaction has done, for whoever must hear of it after the commit. */
export interface Committed {
  /** False where it was so already. */
  changed: boolean;
  /** The incidents that changed. */
  incidentIds: string[];
  /** The incident that the command opened. */
  opened?: IncidentReference;
}

/** Facts as known before the transaction, whose time it keeps; the rest is read inside it. */
export type GatheredFacts = Omit<
  Facts,
  | 'now'
  | 'policy'
  | 'actorFollows'
  | 'actorIsAffected'
  | 'other'
  | 'moving'
  | 'hasWorkaround'
  | 'alerts'
> & {
  /** The other incident of a merge or of its undoing. */
  otherId?: string;
};

/** A command as it arrived. */
export interface CommandEnvelope {
  command: Command;
  clientId?: string;
  expectedVersion?: number;
}

/** An incident to be opened. */
export interface Opening {
  request: Omit<OpenCommand, 'type' | 'id' | 'number'>;
  facts: GatheredFacts;
  /** What alerts attach by, and who declared it with which client id. */
  keys?: { openKey?: string; declareKey?: string };
}

export interface IncidentChangesStores extends LedgerStores {
  commands: CommandLog;
}

/**
 * What one transaction does to incidents. Each command is decided on what those
 * before it have led to; all of them are written together at the end.
 */
export class IncidentChanges {
  readonly #tx: Knex.Transaction;
  readonly #now: string;
  readonly #stores: IncidentChangesStores;
  readonly #ledger: IncidentLedger;

  constructor(
    tx: Knex.Transaction,
    now: string,
    stores: IncidentChangesStores,
  ) {
    this.#tx = tx;
    this.#now = now;
    this.#stores = stores;
    this.#ledger = new IncidentLedger(tx, now, stores);
  }

  /**
   * Locks incidents and reads them as they stand now. Those that are needed are
   * best asked for at once: they are locked in one order.
   */
  async hold(ids: readonly string[]): Promise<Map<string, StoredIncident>> {
    return this.#ledger.hold(ids);
  }

  /** Takes the key from an incident, so that alerts find it no more. */
  releaseOpenKey(incident: StoredIncident): void {
    this.#ledger.setOpenKey(incident, undefined);
  }

  /** Lets an incident take alerts under a key that nobody holds. */
  giveOpenKey(incident: StoredIncident, openKey: string): void {
    this.#ledger.setOpenKey(incident, openKey);
  }

  /**
   * Opens new incidents.
   *
   * @throws InputError where a request contradicts itself.
   */
  async open(
    openings: readonly Opening[],
  ): Promise<{ id: string; number: number }[]> {
    const opened = await this.#newcomers(openings);
    for (const { id, number, request, facts, keys } of opened) {
      const decision = decideOpening(
        { type: 'open', ...request, id, number },
        this.#factsOf(facts, STRANGER),
      );
      if (decision.refusal) {
        throw refusalError(decision.refusal);
      }
      const events = decision.events.map(({ event }) => event);
      await this.#ledger.open(id, events, keys);
    }
    return opened.map(({ id, number }) => ({ id, number }));
  }

  /**
   * Writes down incidents of another system as what they are here: past.
   *
   * @throws InputError where one of them contradicts itself.
   */
  async import(
    pasts: readonly Past[],
  ): Promise<{ id: string; number: number }[]> {
    const newcomers = await this.#newcomers(pasts.map(past => ({ past })));
    for (const { id, number, past } of newcomers) {
      const decision = decideImport(
        { type: 'import', id, number, past },
        { now: this.#now },
      );
      if (decision.refusal) {
        throw refusalError(decision.refusal);
      }
      await this.#ledger.open(
        id,
        decision.events.map(({ event }) => event),
      );
    }
    return newcomers.map(({ id, number }) => ({ id, number }));
  }

  /**
   * Carries out a command on an incident that exists.
   *
   * @throws NotFoundError where there is no such incident, ConflictError where
   * the state does not allow it or has moved on, InputError naming the field,
   * NotAllowedError where it is not for this person.
   */
  async execute(
    id: string,
    { command, clientId, expectedVersion }: CommandEnvelope,
    facts: GatheredFacts,
  ): Promise<Committed> {
    const { commands } = this.#stores;
    const expected = facts.otherId ? [id, facts.otherId] : [id];
    const stored = (await this.hold(expected)).get(id) ?? missing(id);
    const earlier =
      clientId && (await commands.outcome(this.#tx, id, clientId));
    if (earlier) {
      return { changed: earlier.changed, incidentIds: [] };
    }
    if (expectedVersion !== undefined && expectedVersion !== stored.version) {
      throw refusalError({
        kind: 'conflict',
        message: 'It was changed by somebody else in the meantime',
      });
    }

    const otherId = otherThan(stored, command, facts);
    const held = await this.hold(otherId ? [id, otherId] : [id]);
    const self = await this.#selfOf(id, facts.actor);
    if (command.type === 'merge') {
      // Who follows is read when it is written: not those yet who come with the other.
      await this.#ledger.write();
    }
    const moving = await this.#moving(id, command);
    const decision = decide(stored.state, command, {
      ...this.#factsOf(facts, self),
      ...(await this.#factsFor(id, command)),
      ...(otherId && { other: held.get(otherId)?.state }),
      ...(moving && { moving }),
    });
    if (decision.refusal) {
      throw refusalError(decision.refusal);
    }
    const changed = decision.events.length > 0;
    const incidentIds = await this.#enter(held, decision.events);
    if (moving) {
      const alertIds = moving.moved.map(alert => alert.id);
      const { alerts } = this.#stores;
      await alerts.moveOut(this.#tx, id, moving.to.id, alertIds);
    }
    if (clientId) {
      await commands.record(this.#tx, id, clientId, changed, this.#now);
    }
    return { changed, incidentIds, ...(moving && { opened: moving.to }) };
  }

  /**
   * Writes what was decided.
   *
   * @returns the incidents that have changed
   */
  async write(): Promise<string[]> {
    await this.#ledger.write();
    return this.#ledger.changed;
  }

  /** Gives each of them an id and the next number. */
  async #newcomers<T extends object>(
    given: readonly T[],
  ): Promise<(T & { id: string; number: number })[]> {
    const { incidents } = this.#stores;
    const numbers =
      given.length > 0
        ? await incidents.nextNumbers(this.#tx, given.length)
        : [];
    return given.map((each, index) => ({
      ...each,
      id: randomUUID(),
      number: numbers[index],
    }));
  }

  async #enter(
    held: Map<string, StoredIncident>,
    decided: readonly IncidentEvent[],
  ): Promise<string[]> {
    const ids = [
      ...new Set(decided.map(({ incidentId }) => incidentId)),
    ].sort();
    for (const id of ids) {
      const events = decided
        .filter(({ incidentId }) => incidentId === id)
        .map(({ event }) => event);
      if (events[0].type === 'declared') {
        await this.#ledger.open(id, events);
      } else {
        await this.#ledger.change(held.get(id) ?? missing(id), events);
      }
    }
    return ids;
  }

  #factsOf(facts: GatheredFacts, self: Self): Facts {
    return { ...facts, ...self, now: this.#now, policy: this.#stores.policy };
  }

  /** What a person is to an incident, as it is written: so what was decided before is written first. */
  async #selfOf(id: string, actor: Actor): Promise<Self> {
    if (actor.type !== 'user') {
      return STRANGER;
    }
    await this.#ledger.write();
    const roles = await this.#stores.people.rolesOf(this.#tx, id, actor.ref);
    return {
      actorFollows: roles.has('follower'),
      actorIsAffected: roles.has('affected'),
    };
  }

  /** What a command turns on that only the database knows. */
  async #factsFor(
    id: string,
    command: Command,
  ): Promise<Pick<Facts, 'hasWorkaround' | 'alerts'>> {
    const { events, alerts } = this.#stores;
    switch (command.type) {
      case 'confirm-workaround':
        return { hasWorkaround: await events.hasWorkaround(this.#tx, id) };
      case 'make-private': {
        const { rest } = await alerts.divide(this.#tx, id, []);
        return { alerts: rest.count };
      }
      default:
        return {};
    }
  }

  /** Where alerts are to move out: which ones, and the incident that they get. */
  async #moving(
    id: string,
    command: Command,
  ): Promise<MovingAlerts | undefined> {
    if (command.type !== 'move-out') {
      return undefined;
    }
    const { alerts, incidents } = this.#stores;
    const [number] = await incidents.nextNumbers(this.#tx, 1);
    return {
      ...(await alerts.divide(this.#tx, id, command.alerts)),
      to: { id: randomUUID(), number },
    };
  }
}

type Self = Pick<Facts, 'actorFollows' | 'actorIsAffected'>;

const STRANGER: Self = { actorFollows: false, actorIsAffected: false };

/**
 * The other incident that a command is about. What undoing a merge gives back to
 * may have changed since the facts were gathered.
 */
function otherThan(
  { state }: StoredIncident,
  command: Command,
  { otherId }: GatheredFacts,
): string | undefined {
  return command.type === 'undo' ? state.mergedInto?.id : otherId;
}

function missing(id: string): never {
  throw refusalError({ kind: 'missing', message: `No incident ${id}` });
}
