import type { PersonSnapshot } from '@linchpin/backstage-plugin-incidents-common';
import {
  actionClocksOf,
  decideAction,
  decideProposal,
  ENDS_ACTION_PAGES,
  evolveAction,
  replayAction,
  type ActionCommand,
  type ActionFacts,
  type ActionItemState,
  type ActionPolicy,
  type ProposeAction,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { clockDifference, type ClockStore } from '../clocks';
import type { NoticeOutbox } from '../incidents/neighbours';
import { refusalError } from '../incidents/refusal';
import { ACTION, groupsToldOf, outboxRowsOf } from './actionNotices';
import type { ActionChange, ActionStore } from './ActionStore';
import type { StoredAction } from './storedAction';

/** Who is in groups, by what is stored of the catalog. */
export interface GroupPeople {
  peopleAsStored(
    db: Knex,
    groupRefs: readonly string[],
  ): Promise<Map<string, PersonSnapshot[]>>;
}

/** What stands for action items elsewhere. */
export interface ActionNeighbour {
  /** @param version - of the action item after the change */
  follow(
    tx: Knex.Transaction,
    before: ActionItemState | undefined,
    after: ActionItemState,
    version: number,
    now: string,
  ): Promise<void>;
}

/** A command as it arrived. */
export interface ActionEnvelope {
  command: ActionCommand;
  clientId?: string;
  expectedVersion?: number;
}

/** What became of a command. */
export interface ActionCommitted {
  /** Those that the action came from, which show something else now; none where nothing has changed. */
  incidentIds: string[];
}

/** Facts as known before the transaction. */
export type GatheredActionFacts = Omit<ActionFacts, 'policy'>;

const UNCHANGED: ActionCommitted = { incidentIds: [] };

/**
 * The one way in which action items change: decided and applied by pure functions,
 * and written with what happened, the clocks and the notices in the caller's
 * transaction.
 */
export class ActionWriter {
  readonly #actions: ActionStore;
  readonly #clocks: ClockStore;
  readonly #outbox: NoticeOutbox;
  readonly #groups: GroupPeople;
  readonly #tickets: ActionNeighbour;
  readonly #policy: ActionPolicy;

  constructor(options: {
    actions: ActionStore;
    clocks: ClockStore;
    outbox: NoticeOutbox;
    groups: GroupPeople;
    tickets: ActionNeighbour;
    policy: ActionPolicy;
  }) {
    this.#actions = options.actions;
    this.#clocks = options.clocks;
    this.#outbox = options.outbox;
    this.#groups = options.groups;
    this.#tickets = options.tickets;
    this.#policy = options.policy;
  }

  /** @throws InputError naming the field */
  async propose(
    tx: Knex.Transaction,
    request: Omit<ProposeAction, 'type' | 'id' | 'number'>,
    facts: Pick<ActionFacts, 'now' | 'actor'>,
    proposeKey?: string,
  ): Promise<string> {
    const id = randomUUID();
    const number = await this.#actions.nextNumber(tx);
    const decision = decideProposal(
      { type: 'propose', ...request, id, number },
      { ...facts, policy: this.#policy },
    );
    if (decision.refusal) {
      throw refusalError(decision.refusal);
    }
    const { events } = decision;
    const after = { state: replayAction(id, events), version: events.length };
    await this.#write(
      tx,
      undefined,
      { after, events, ...(proposeKey && { proposeKey }) },
      facts.now,
    );
    return id;
  }

  /**
   * Carries out a command on an action item that exists.
   *
   * @throws NotFoundError where there is none, ConflictError where the state does
   * not allow it or has moved on, InputError naming the field, NotAllowedError
   * where it is not for this person.
   */
  async execute(
    tx: Knex.Transaction,
    id: string,
    { command, clientId, expectedVersion }: ActionEnvelope,
    facts: GatheredActionFacts,
  ): Promise<ActionCommitted> {
    const before = (await this.#actions.lock(tx, [id])).get(id);
    if (!before) {
      throw refusalError({ kind: 'missing', message: `No action ${id}` });
    }
    if (clientId && (await this.#actions.hasDone(tx, id, clientId))) {
      return UNCHANGED;
    }
    if (expectedVersion !== undefined && expectedVersion !== before.version) {
      throw refusalError({
        kind: 'conflict',
        message: 'It was changed by somebody else in the meantime',
      });
    }
    const decision = decideAction(before.state, command, {
      ...facts,
      policy: this.#policy,
    });
    if (decision.refusal) {
      throw refusalError(decision.refusal);
    }
    const { events } = decision;
    if (events.length === 0) {
      return UNCHANGED;
    }
    const after = {
      state: events.reduce(evolveAction, before.state),
      version: before.version + events.length,
    };
    await this.#write(
      tx,
      before,
      { after, events, ...(clientId && { clientId }) },
      facts.now,
    );
    const origins = [...before.state.origins, ...after.state.origins];
    return { incidentIds: [...new Set(origins.map(origin => origin.id))] };
  }

  async #write(
    tx: Knex.Transaction,
    before: StoredAction | undefined,
    change: ActionChange,
    now: string,
  ): Promise<void> {
    const { after, events } = change;
    await this.#actions.write(tx, change);
    await this.#clocks.change(
      tx,
      clockDifference(
        { subjectKind: ACTION, subjectId: after.state.id },
        before ? actionClocksOf(before.state, this.#policy) : [],
        actionClocksOf(after.state, this.#policy),
      ),
      now,
    );
    if (events.some(({ type }) => ENDS_ACTION_PAGES.has(type))) {
      await this.#outbox.cancelPages(tx, ACTION, [after.state.id]);
    }
    const told = {
      after: after.state,
      events,
      firstSequence: after.version - events.length + 1,
    };
    const groups = groupsToldOf(told);
    const people =
      groups.length > 0
        ? await this.#groups.peopleAsStored(tx, groups)
        : new Map<string, PersonSnapshot[]>();
    await this.#outbox.enqueue(tx, outboxRowsOf(told, people), now);
    await this.#tickets.follow(
      tx,
      before?.state,
      after.state,
      after.version,
      now,
    );
  }
}
