import {
  clocksOf,
  decide,
  decideOpening,
  evolve,
  opened,
  type Command,
  type DecidedEvent,
  type Facts,
  type IncidentEvent,
  type IncidentPolicy,
  type IncidentState,
  type MovingAlerts,
  type OpenCommand,
  type SystemCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ClockStore } from '../clocks';
import type { OutboxEntry } from '../delivery';
import type { AffectedStore } from './AffectedStore';
import type { CommandLog } from './CommandLog';
import type { EventStore } from './EventStore';
import type { IncidentStore, StoredIncident } from './IncidentStore';
import { outboxRowsOf } from './noticeRows';
import { openKeyAfter } from './openKey';
import { projectPeople } from './people';
import type { PeopleStore } from './PeopleStore';
import { refusalError } from './refusal';

/** The kind under which incidents are known to clocks and outbox. */
export const INCIDENT = 'incident';

/** What a transaction has done, for whoever must hear of it after the commit. */
export interface Committed {
  /** False where it was so already. */
  changed: boolean;
  /** The incidents that changed. */
  incidentIds: string[];
}

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
  /** Takes back what asks somebody to take the subject and is not sent yet. */
  cancelPages(
    tx: Knex.Transaction,
    subjectKind: string,
    subjectId: string,
  ): Promise<void>;
}

/** Facts as known before the transaction; the rest is read inside it. */
export type GatheredFacts = Omit<
  Facts,
  'policy' | 'actorFollows' | 'actorIsAffected' | 'other' | 'moving'
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

export interface IncidentWriterOptions {
  incidents: IncidentStore;
  events: EventStore;
  people: PeopleStore;
  affected: AffectedStore;
  commands: CommandLog;
  clocks: ClockStore;
  outbox: NoticeOutbox;
  alerts: AttachedAlerts;
  policy: IncidentPolicy;
}

/**
 * The one write path. Every change of an incident goes through here: decided by
 * a pure function, applied by a pure function, and written with its timeline, its
 * clocks and its notices in the caller's transaction.
 */
export class IncidentWriter {
  readonly #deps: IncidentWriterOptions;

  constructor(deps: IncidentWriterOptions) {
    this.#deps = deps;
  }

  /**
   * Opens a new incident.
   *
   * @throws InputError where the request contradicts itself.
   */
  async open(
    tx: Knex.Transaction,
    request: Omit<OpenCommand, 'type' | 'id' | 'number'>,
    facts: GatheredFacts,
    keys: { openKey?: string; declareKey?: string } = {},
  ): Promise<{ id: string; number: number }> {
    const { incidents, policy } = this.#deps;
    const command: OpenCommand = {
      type: 'open',
      ...request,
      id: randomUUID(),
      number: await incidents.nextNumber(tx),
    };
    const decision = decideOpening(command, {
      ...facts,
      policy,
      actorFollows: false,
      actorIsAffected: false,
    });
    if (decision.refusal) {
      throw refusalError(decision.refusal);
    }
    const events = decision.events.map(({ event }) => event);
    await this.#insert(tx, command.id, events, facts, keys);
    return { id: command.id, number: command.number };
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
    { command, clientId, expectedVersion }: CommandEnvelope,
    facts: GatheredFacts,
  ): Promise<Committed> {
    const { incidents, commands } = this.#deps;
    const locked = await incidents.lock(
      tx,
      facts.otherId ? [id, facts.otherId] : [id],
    );
    const stored = locked.get(id);
    if (!stored) {
      throw refusalError({ kind: 'missing', message: `No incident ${id}` });
    }
    const earlier = clientId && (await commands.outcome(tx, id, clientId));
    if (earlier) {
      return { changed: earlier.changed, incidentIds: [] };
    }
    if (expectedVersion !== undefined && expectedVersion !== stored.version) {
      throw refusalError({
        kind: 'conflict',
        message: 'It was changed by somebody else in the meantime',
      });
    }

    const moving = await this.#moving(tx, id, command);
    const decision = decide(stored.state, command, {
      ...facts,
      ...(await this.#factsInside(tx, id, facts)),
      ...(facts.otherId && { other: locked.get(facts.otherId)?.state }),
      ...(moving && { moving }),
    });
    if (decision.refusal) {
      throw refusalError(decision.refusal);
    }
    const changed = decision.events.length > 0;
    const incidentIds = await this.#write(tx, locked, decision.events, facts);
    if (moving) {
      const ids = moving.moved.map(alert => alert.id);
      await this.#deps.alerts.moveOut(tx, id, moving.to.id, ids);
    }
    if (clientId) {
      await commands.record(tx, id, clientId, changed, facts.now);
    }
    return { changed, incidentIds };
  }

  /**
   * Whether a command of the product's own would change an incident as it was
   * read: spares a look at each of many that it would not.
   */
  wouldChange(
    state: IncidentState,
    command: SystemCommand,
    facts: GatheredFacts,
  ): boolean {
    const { events = [] } = decide(state, command, {
      ...facts,
      policy: this.#deps.policy,
      actorFollows: false,
      actorIsAffected: false,
    });
    return events.length > 0;
  }

  async #factsInside(
    tx: Knex.Transaction,
    id: string,
    facts: GatheredFacts,
  ): Promise<Pick<Facts, 'policy' | 'actorFollows' | 'actorIsAffected'>> {
    const { people, policy } = this.#deps;
    const roles =
      facts.actor.type === 'user'
        ? await people.rolesOf(tx, id, facts.actor.ref)
        : new Set<string>();
    return {
      policy,
      actorFollows: roles.has('follower'),
      actorIsAffected: roles.has('affected'),
    };
  }

  /** Where alerts are to move out: which ones, and the incident that they get. */
  async #moving(
    tx: Knex.Transaction,
    id: string,
    command: Command,
  ): Promise<MovingAlerts | undefined> {
    if (command.type !== 'move-out') {
      return undefined;
    }
    const { alerts, incidents } = this.#deps;
    return {
      ...(await alerts.divide(tx, id, command.alerts)),
      to: { id: randomUUID(), number: await incidents.nextNumber(tx) },
    };
  }

  async #insert(
    tx: Knex.Transaction,
    id: string,
    events: DecidedEvent[],
    facts: GatheredFacts,
    keys: { openKey?: string; declareKey?: string } = {},
  ): Promise<void> {
    const { incidents } = this.#deps;
    const [declared, ...rest] = events;
    const state = rest.reduce<IncidentState>(
      evolve,
      opened(id, declared as DecidedEvent<'declared'>),
    );
    const openKey =
      keys.openKey ??
      (await openKeyAfter(tx, incidents, state, undefined)) ??
      undefined;
    await incidents.insert(tx, state, events.length, {
      ...keys,
      ...(openKey && { openKey }),
    });
    await this.#writeEffects(tx, undefined, state, events, 0, facts);
  }

  async #write(
    tx: Knex.Transaction,
    locked: Map<string, StoredIncident>,
    decided: IncidentEvent[],
    facts: GatheredFacts,
  ): Promise<string[]> {
    const { incidents } = this.#deps;
    const ids = [
      ...new Set(decided.map(({ incidentId }) => incidentId)),
    ].sort();
    for (const id of ids) {
      const stored = locked.get(id);
      const events = decided
        .filter(({ incidentId }) => incidentId === id)
        .map(({ event }) => event);
      if (events[0].type === 'declared') {
        await this.#insert(tx, id, events, facts);
        continue;
      }
      if (!stored) {
        throw refusalError({ kind: 'missing', message: `No incident ${id}` });
      }
      const after = events.reduce<IncidentState>(evolve, stored.state);
      const updateIndex = events.map(e => e.type).lastIndexOf('update-posted');
      await incidents.update(tx, after, stored.version + events.length, {
        openKey: await openKeyAfter(tx, incidents, after, stored),
        ...(updateIndex >= 0 && {
          updateSequence: stored.version + 1 + updateIndex,
        }),
      });
      await this.#writeEffects(
        tx,
        stored.state,
        after,
        events,
        stored.version,
        facts,
      );
    }
    return ids;
  }

  async #writeEffects(
    tx: Knex.Transaction,
    before: IncidentState | undefined,
    after: IncidentState,
    events: DecidedEvent[],
    version: number,
    facts: GatheredFacts,
  ): Promise<void> {
    const deps = this.#deps;
    const { now } = facts;
    await deps.events.append(tx, after.id, version + 1, events, now);
    await deps.affected.project(tx, before, after);
    for (const event of events) {
      await projectPeople(tx, deps.people, after.id, event);
      if (event.type === 'merged') {
        await deps.alerts.move(tx, after.id, event.data.into.id);
        await deps.people.copy(tx, after.id, event.data.into.id, [
          'reporter',
          'follower',
          'affected',
        ]);
      }
      if (event.type === 'undone' && before?.mergedInto) {
        await deps.alerts.moveBack(tx, after.id, before.mergedInto.id);
      }
    }

    const running = before ? clocksOf(before, deps.policy) : [];
    const next = clocksOf(after, deps.policy);
    await deps.clocks.replace(
      tx,
      INCIDENT,
      after.id,
      {
        start: next.filter(
          clock =>
            !running.some(
              old => old.kind === clock.kind && old.dueAt === clock.dueAt,
            ),
        ),
        stop: running
          .map(clock => clock.kind)
          .filter(kind => !next.some(clock => clock.kind === kind)),
      },
      now,
    );

    if (events.some(event => CANCELS_PAGES.has(event.type))) {
      await deps.outbox.cancelPages(tx, INCIDENT, after.id);
    }
    const followers = await deps.people.withRole(tx, after.id, 'follower');
    await deps.outbox.enqueue(
      tx,
      outboxRowsOf(after, events, version, followers),
      now,
    );
  }
}

/** What makes asking somebody to take it pointless. */
const CANCELS_PAGES: ReadonlySet<DecidedEvent['type']> = new Set([
  'acknowledged',
  'dismissed',
  'merged',
  'resolved',
  'passed-on',
  'recovered',
]);
