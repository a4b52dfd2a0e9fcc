import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  Actor,
  Routing,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  actionPlaceOf,
  decideAction,
  type ActionItemState,
  type ActionPolicy,
  type SystemActionCommand,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { inTransaction } from '../database/inTransaction';
import type { CommitHints } from '../incidents/CommitHints';
import type { ActionWriter } from './ActionWriter';

/** What the directory says of owners and people. */
export interface FollowedCatalog {
  /** In the order of the refs. */
  routesAsStored(entityRefs: readonly string[]): Promise<Routing[]>;
  withoutEntity(reason: 'no-entity'): Promise<Routing>;
  /** Those of the refs that the catalog had and has no more. */
  gone(refs: readonly string[]): Promise<ReadonlySet<string>>;
}

type FollowCatalog = Extract<SystemActionCommand, { type: 'follow-catalog' }>;

const CATALOG: Actor = { type: 'system', name: 'Catalog' };
const NOBODY = { ownershipRefs: [], permissions: [] };

/** Actions in one go: some milliseconds on SQLite, which stands still meanwhile. */
const PORTION = 100;

/**
 * Has open action items follow what the catalog says after each reading: to the new
 * owner of their entity, to nobody where their owner or whoever does them is gone.
 */
export class CatalogFollower {
  readonly #knex: Knex;
  readonly #writer: ActionWriter;
  readonly #catalog: FollowedCatalog;
  readonly #policy: ActionPolicy;
  readonly #hints: CommitHints;
  readonly #now: NowService;
  readonly #logger: LoggerService;

  constructor(options: {
    knex: Knex;
    writer: ActionWriter;
    catalog: FollowedCatalog;
    policy: ActionPolicy;
    hints: CommitHints;
    now: NowService;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#writer = options.writer;
    this.#catalog = options.catalog;
    this.#policy = options.policy;
    this.#hints = options.hints;
    this.#now = options.now;
    this.#logger = options.logger;
  }

  /** Looks at all that are open once; one that fails holds back no other. */
  async run(): Promise<void> {
    for (let after = ''; ;) {
      const rows: { id: string; state: string }[] = await this.#knex(
        'action_items',
      )
        .where('open', true)
        .where('id', '>', after)
        .orderBy('id')
        .limit(PORTION)
        .select('id', 'state');
      if (rows.length === 0) {
        return;
      }
      await this.#follow(rows.map(row => JSON.parse(row.state)));
      after = rows[rows.length - 1].id;
      await nextTurn();
    }
  }

  async #follow(states: readonly ActionItemState[]): Promise<void> {
    const commandFor = await this.#look(states);
    for (const state of states) {
      const command = commandFor(state);
      if (this.#changes(state, command)) {
        try {
          const committed = await inTransaction(this.#knex, tx =>
            this.#writer.execute(tx, state.id, { command }, this.#facts()),
          );
          this.#hints.give(committed);
        } catch (error) {
          this.#logger.warn('An action item could not follow the catalog', {
            actionId: state.id,
            error: stringifyError(error),
          });
        }
      }
    }
  }

  /** What the catalog says of these, in a few statements for all of them. */
  async #look(
    states: readonly ActionItemState[],
  ): Promise<(state: ActionItemState) => FollowCatalog> {
    const entityRefs = [
      ...new Set(states.flatMap(({ entity }) => entity?.ref ?? [])),
    ];
    const [routes, withoutEntity, gone] = await Promise.all([
      this.#catalog.routesAsStored(entityRefs),
      this.#catalog.withoutEntity('no-entity'),
      this.#catalog.gone([...new Set(states.flatMap(namedIn))]),
    ]);
    const byRef = new Map(entityRefs.map((ref, index) => [ref, routes[index]]));
    return state => ({
      type: 'follow-catalog',
      place: actionPlaceOf(byRef.get(state.entity?.ref ?? '') ?? withoutEntity),
      gone: namedIn(state).filter(ref => gone.has(ref)),
    });
  }

  #changes(state: ActionItemState, command: FollowCatalog): boolean {
    const decision = decideAction(state, command, {
      ...this.#facts(),
      policy: this.#policy,
    });
    return decision.events !== undefined && decision.events.length > 0;
  }

  #facts() {
    return { now: this.#now.now(), actor: CATALOG, who: NOBODY };
  }
}

/** The group and the people that an action item names. */
function namedIn({
  owner,
  responsible,
  accountable,
}: ActionItemState): string[] {
  return [owner, responsible, accountable].flatMap(named => named?.ref ?? []);
}
