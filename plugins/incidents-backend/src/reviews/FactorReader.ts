import type {
  Factors,
  FactorsQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  INCIDENTS,
  periodAsked,
  type Period,
} from '@linchpin/backstage-plugin-incidents-common/history';
import {
  factorsOf,
  type FactorActions,
  type NamedFactor,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { narrowActionsTo, visibleActions } from '../actions/visibleActions';
import { toInstant, type StoredInstant } from '../database/instant';
import { numberOf } from '../history/incidentRows';
import type { Reading } from '../history/incidentQuery';
import { historyOf, type Declared, type Scope } from '../history/scope';
import type { ScopeReader } from '../history/ScopeReader';
import type { HistorySettings } from '../history/settings';

/** So many incidents are counted, the latest: of all services together there may be a million. */
const COUNTED = 10_000;

/** Reads what contributed to the incidents of a scope, as their reviews say. */
export class FactorReader {
  readonly #knex: Knex;
  readonly #scopes: ScopeReader;
  readonly #settings: HistorySettings;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    scopes: ScopeReader;
    settings: HistorySettings;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#scopes = options.scopes;
    this.#settings = options.settings;
    this.#now = options.now;
  }

  /** Three statements, and what finding out the scope takes. */
  async read(access: Reading, query: FactorsQuery): Promise<Factors> {
    const now = this.#now.now();
    const { period } = periodAsked(query, now, this.#settings.zone);
    const scope = query.scope
      ? await this.#scopes.of(query.scope, 'at-the-time')
      : {};
    const [named, actions, incidents] = await Promise.all([
      this.#named(access, scope),
      this.#actions(access, scope, now),
      this.#over(access, scope, period),
    ]);
    return { incidents, ...factorsOf(named, period, actions) };
  }

  /** Also of other times than the period, since what was known before says what recurred. */
  async #named(access: Reading, scope: Scope): Promise<NamedFactor[]> {
    const { found, declaredAt } = this.#counted(access, scope);
    const rows: {
      tag: string;
      number: number;
      declared_at: StoredInstant;
      approved_at: StoredInstant | null;
    }[] = await found
      // Few incidents have any: else all of the scope would be looked at.
      .whereIn(
        'incidents.id',
        this.#knex('review_factors').select('incident_id'),
      )
      .join('review_factors as factor', 'factor.incident_id', 'incidents.id')
      .join('reviews', 'reviews.incident_id', 'incidents.id')
      .select('factor.tag', 'incidents.number')
      .select({
        declared_at: declaredAt,
        approved_at: this.#knex.raw(
          "case when reviews.status = 'approved' then reviews.since end",
        ),
      });
    return rows.map(row => ({
      tag: row.tag,
      number: numberOf(row),
      declaredAt: toInstant(row.declared_at),
      ...(row.approved_at !== null && {
        approvedAt: toInstant(row.approved_at),
      }),
    }));
  }

  async #actions(
    access: Reading,
    scope: Scope,
    now: string,
  ): Promise<Map<string, FactorActions>> {
    const rows: {
      factor: string;
      open: number | string;
      overdue: number | string;
    }[] = await visibleActions(this.#knex, access, actions => {
      narrowActionsTo(actions, scope);
      actions
        .where('action_items.open', true)
        .whereNotNull('action_items.factor');
    })
      .groupBy('action_items.factor')
      .select('action_items.factor')
      .count({
        open: '*',
        overdue: this.#knex.raw(
          'case when action_items.due_at <= ? then 1 end',
          [new Date(now)],
        ),
      });
    return new Map(
      rows.map(({ factor, open, overdue }) => [
        factor,
        { open: Number(open), overdue: Number(overdue) },
      ]),
    );
  }

  async #over(access: Reading, scope: Scope, period: Period): Promise<number> {
    const { found, newest } = this.#counted(access, scope, period);
    for (const column of newest.by) {
      found.orderBy(String(column), newest.direction);
    }
    const latest = found
      // Not as a value, by which SQLite would find all that are over and sort them.
      .whereRaw('not incidents.live')
      .limit(COUNTED)
      .select('incidents.id');
    const [row] = await this.#knex
      .with('latest', latest)
      .from('latest')
      .count({ incidents: '*' });
    return Number(row.incidents);
  }

  /** False alarms are learnt from too; what was merged into another one is that one. */
  #counted(access: Reading, scope: Scope, declared: Declared = {}) {
    const history = historyOf(this.#knex, access, scope, declared);
    history.found
      .whereIn('incidents.mode', [...INCIDENTS.modes])
      .whereNot('incidents.status', 'merged')
      .whereRaw('? is not null', [history.affected]);
    return history;
  }
}
