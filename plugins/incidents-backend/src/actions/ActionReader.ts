import { NotFoundError } from '@backstage/errors';
import type {
  Action,
  ActionPage,
  ActionsQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  ACTION_STATUSES,
  type ActionStatus,
} from '@linchpin/backstage-plugin-incidents-common';
import { identifier } from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { z } from 'zod/v3';
import type { Access } from '../authorization';
import { decodeCursor, encodeCursor } from '../history/cursor';
import { startAfter, type Order } from '../history/incidentQuery';
import type { IncidentReader } from '../history/IncidentReader';
import type { ScopeReader } from '../history/ScopeReader';
import { filterActions } from './actionFilters';
import { asRows, toAction, type ActionRow } from './actionRows';
import { incidentsOfActions } from './incidentsOfActions';
import { narrowActionsTo, visibleActions } from './visibleActions';
import { withMerged } from './withMerged';

const BOARD: Order = {
  by: ['action_items.place', 'action_items.number'],
  direction: 'asc',
};

const afterPlaceAndNumber = z.tuple([
  z.number().int().min(0),
  z.number().int().min(0).max(999_999_999),
]);

/** An incident shows so many. */
const OF_INCIDENT_MAX = 50;

/** Lists of action items, as far as the request may read what they came from. */
export class ActionReader {
  readonly #knex: Knex;
  readonly #incidents: IncidentReader;
  readonly #scopes: ScopeReader;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    incidents: IncidentReader;
    scopes: ScopeReader;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#scopes = options.scopes;
    this.#now = options.now;
  }

  /** One page of the board, and how many of all that match are where. */
  async list(access: Access, query: ActionsQuery): Promise<ActionPage> {
    const narrow = await this.#narrowing(access, query);
    const [page, counts] = await Promise.all([
      this.#page(access, narrow(), query),
      this.#counts(narrow()),
    ]);
    return { ...page, counts };
  }

  /** What an incident and those merged into it brought about. */
  async ofIncident(access: Access, incidentId: string): Promise<Action[]> {
    const ids = await withMerged(this.#knex, incidentId);
    return this.#actions(
      access,
      inOrder(
        visibleActions(this.#knex, access, actions => cameFrom(actions, ids)),
      ).limit(OF_INCIDENT_MAX),
    );
  }

  /**
   * One action item by id or number.
   *
   * @throws NotFoundError also where it exists but may not be known of
   */
  async get(access: Access, idOrNumber: string): Promise<Action> {
    const [action] = identifier(64).safeParse(idOrNumber).success
      ? await this.#actions(
          access,
          visibleActions(this.#knex, access, actions =>
            actions.where(known(idOrNumber)),
          ),
        )
      : [];
    if (!action) {
      throw new NotFoundError(`No action ${idOrNumber}`);
    }
    return action;
  }

  /** How to narrow a query to what a list asks for, once what it names is looked up. */
  async #narrowing(
    access: Access,
    query: ActionsQuery,
  ): Promise<() => Knex.QueryBuilder> {
    const [scope, owners, incidentIds] = await Promise.all([
      query.scope ? this.#scopes.of(query.scope, 'now') : {},
      query.owner?.length ? this.#scopes.ofGroups(query.owner, 'now') : {},
      query.incident ? this.#idsOf(access, query.incident) : undefined,
    ]);
    const now = this.#now.now();
    return () =>
      visibleActions(this.#knex, access, actions => {
        narrowActionsTo(actions, scope);
        narrowActionsTo(actions, owners);
        if (incidentIds) {
          cameFrom(actions, incidentIds);
        }
        filterActions(actions, query, access.viewer, now);
      });
  }

  async #idsOf(access: Access, idOrNumber: string): Promise<string[]> {
    const incident = await this.#incidents.find(access, idOrNumber);
    return incident ? withMerged(this.#knex, incident.id) : [];
  }

  async #page(
    access: Access,
    found: Knex.QueryBuilder,
    { limit, cursor }: ActionsQuery,
  ): Promise<Pick<ActionPage, 'items' | 'nextCursor'>> {
    if (cursor) {
      startAfter(
        this.#knex,
        found,
        BOARD,
        decodeCursor(cursor, afterPlaceAndNumber),
      );
    }
    const rows: ActionRow[] = await asRows(inOrder(found).limit(limit + 1));
    const shown = rows.slice(0, limit);
    const last = shown[shown.length - 1];
    return {
      items: await this.#shown(access, shown),
      nextCursor:
        rows.length > limit
          ? encodeCursor([Number(last.place), last.number])
          : null,
    };
  }

  async #counts(found: Knex.QueryBuilder): Promise<ActionPage['counts']> {
    const rows: ({ status: ActionStatus } & Record<
      'all' | 'overdue' | 'needs_owner',
      number | string
    >)[] = await found
      .groupBy('action_items.status')
      .select('action_items.status')
      .count({
        all: '*',
        overdue: this.#knex.raw(
          'case when action_items.open and action_items.due_at <= ? then 1 end',
          [new Date(this.#now.now())],
        ),
        needs_owner: this.#knex.raw(
          'case when action_items.open and action_items.responsible_ref is null then 1 end',
        ),
      });
    const sum = (column: 'overdue' | 'needs_owner') =>
      rows.reduce((total, row) => total + Number(row[column]), 0);
    const ofStatus = Object.fromEntries(
      ACTION_STATUSES.map(status => [
        status,
        Number(rows.find(row => row.status === status)?.all ?? 0),
      ]),
    ) as Record<ActionStatus, number>;
    return {
      ...ofStatus,
      overdue: sum('overdue'),
      needsOwner: sum('needs_owner'),
    };
  }

  async #actions(access: Access, found: Knex.QueryBuilder): Promise<Action[]> {
    return this.#shown(access, await asRows(found));
  }

  async #shown(access: Access, rows: readonly ActionRow[]): Promise<Action[]> {
    const incidentsOf = await incidentsOfActions(
      this.#knex,
      access,
      rows.map(({ id }) => id),
    );
    const now = this.#now.now();
    return rows.map(row => toAction(row, incidentsOf(row.id), now));
  }
}

function inOrder(found: Knex.QueryBuilder): Knex.QueryBuilder {
  return found.orderBy(['action_items.place', 'action_items.number']);
}

function cameFrom(
  found: Knex.QueryBuilder,
  incidentIds: readonly string[],
): Knex.QueryBuilder {
  return found.whereIn('action_items.id', ids =>
    ids
      .from('action_incidents')
      .whereIn('incident_id', [...incidentIds])
      .select('action_id'),
  );
}

function known(idOrNumber: string): Record<string, string | number> {
  const number = /^ACT-(\d{1,9})$/i.exec(idOrNumber)?.[1];
  return number
    ? { 'action_items.number': Number(number) }
    : { 'action_items.id': idOrNumber };
}
