import type {
  FollowThrough,
  FollowThroughQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  followThroughOf,
  type Recurrence,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import {
  periodAsked,
  type Period,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { toInstant, type StoredInstant } from '../database/instant';
import type { EntityNames } from '../history/EntityNames';
import type { Reading } from '../history/incidentQuery';
import { numberOf } from '../history/incidentRows';
import type { Scope } from '../history/scope';
import type { ScopeReader } from '../history/ScopeReader';
import type { HistorySettings } from '../history/settings';
import { actionNumberOf } from './actionRows';
import type { FollowedActionReader } from './FollowedActionReader';
import { seenRecurrences } from './seenRecurrences';
import { narrowActionsTo, visibleActions } from './visibleActions';

/** So many recurrences are told of, the latest of the period. */
const RECURRENCES_MAX = 500;

/** Reads how much of what was decided gets done, and what came again meanwhile. */
export class FollowThroughReader {
  readonly #knex: Knex;
  readonly #actions: FollowedActionReader;
  readonly #scopes: ScopeReader;
  readonly #names: EntityNames;
  readonly #settings: HistorySettings;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    actions: FollowedActionReader;
    scopes: ScopeReader;
    names: EntityNames;
    settings: HistorySettings;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#actions = options.actions;
    this.#scopes = options.scopes;
    this.#names = options.names;
    this.#settings = options.settings;
    this.#now = options.now;
  }

  /** Two statements, and what finding out the scope and the names takes. */
  async read(
    access: Reading,
    query: FollowThroughQuery,
  ): Promise<FollowThrough> {
    const now = this.#now.now();
    const { zone } = this.#settings;
    const { period } = periodAsked(query, now, zone);
    const scope = await this.#scopeOf(query);
    const [actions, recurrences] = await Promise.all([
      this.#actions.read(access, scope, period),
      this.#recurrences(access, scope, period),
    ]);
    const { teams, ...through } = followThroughOf({
      actions,
      recurrences,
      period,
      now,
      zone,
    });
    const named = await this.#names.of(
      teams.flatMap(({ owner }) => owner ?? []),
    );
    return {
      ...through,
      teams: teams.map(team => ({
        ...team,
        owner: team.owner === null ? null : named(team.owner),
      })),
    };
  }

  async #recurrences(
    access: Reading,
    scope: Scope,
    { from, to }: Period,
  ): Promise<Recurrence[]> {
    const actions = visibleActions(this.#knex, access, asked =>
      narrowActionsTo(asked, scope),
    );
    const rows: {
      number: number;
      title: string;
      action_number: number;
      action_title: string;
      at: StoredInstant;
      due_at: StoredInstant;
    }[] = await seenRecurrences(this.#knex, access, recurrences =>
      recurrences
        .whereIn('again.action_id', actions.select('action_items.id'))
        .where('again.at', '>=', new Date(from))
        .where('again.at', '<', new Date(to)),
    )
      .join('action_items as action', 'action.id', 'incidents.action_id')
      .orderBy('incidents.at', 'desc')
      .limit(RECURRENCES_MAX)
      .select(
        'incidents.number',
        'incidents.title',
        'incidents.at',
        'incidents.due_at',
      )
      .select({
        action_number: 'action.number',
        action_title: 'action.title',
      });
    return rows.map(row => ({
      incident: { number: numberOf(row), title: row.title },
      at: toInstant(row.at),
      action: {
        number: actionNumberOf({ number: row.action_number }),
        title: row.action_title,
      },
      dueAt: toInstant(row.due_at),
    }));
  }

  async #scopeOf({ owner, scope }: FollowThroughQuery): Promise<Scope> {
    const [whole, owned] = await Promise.all([
      scope ? this.#scopes.of(scope, 'now') : {},
      owner?.length ? this.#scopes.ofGroups(owner, 'now') : {},
    ]);
    return { ...whole, ...owned };
  }
}
