import type {
  EntityCard,
  EntityFacts,
  EntityHistory,
  HistoryQuery,
  Mode,
  OpenActions,
  Priority,
  Status,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  AFFECTED,
  INCIDENTS,
  selectionAsked,
} from '@linchpin/backstage-plugin-incidents-common/history';
import { DRAFTING } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { openActionsOf } from '../actions/visibleActions';
import type { Access } from '../authorization';
import { millisecondsBetween, monthInUtc } from '../database/dialect';
import { toInstant, type StoredInstant } from '../database/instant';
import type { PlannedOnce } from '../database/PlannedOnce';
import { historyOf, type Declared, type Scope } from './scope';

const DAY_MS = 86_400_000;
const MONTHS_SHOWN = 12;

/** Counts the incidents of a history and what came of them; the database adds up, however many there are. */
export class EntityTally {
  readonly #knex: Knex;
  readonly #planned: PlannedOnce;
  readonly #now: NowService;

  constructor(options: { knex: Knex; planned: PlannedOnce; now: NowService }) {
    this.#knex = options.knex;
    this.#planned = options.planned;
    this.#now = options.now;
  }

  /**
   * How the last days of an entity were: what counts as an incident, and the impact
   * of all that affected it. An impact that has not ended counts up to now, of what
   * has healed up to then; what overlaps counts twice here. And what is still to be
   * done because of incidents, in the same statement.
   */
  async lastDays(
    access: Access,
    entityRef: string,
    days: number,
  ): Promise<Pick<EntityCard, 'last90Days' | 'actions'>> {
    const now = new Date(this.#now.now());
    const scope = { entityRefs: [entityRef] };
    const { found } = historyOf(this.#knex, access, scope, {
      from: new Date(now.getTime() - days * DAY_MS).toISOString(),
    });
    const hasNotHealed = this.#knex.raw(
      'case when incidents.recovered_at is null then 1 end',
    );
    const counting = found
      .whereIn('incidents.mode', [...INCIDENTS.modes])
      .whereNotIn('incidents.status', [...NONE])
      .whereIn('about.level', [...AFFECTED])
      .count({ incidents: hasNotHealed })
      .sum({
        ended_ms: 'incidents.impact_ms',
        running_ms: millisecondsBetween(
          this.#knex,
          this.#knex.ref('incidents.impact_running_since'),
          this.#knex.raw('coalesce(incidents.recovered_at, ?)', [now]),
        ),
      })
      .max({ last_at: 'about.declared_at' })
      .withMaterialized(
        'to_do',
        openActionsOf(this.#knex, access, scope, now.toISOString()),
      )
      .select({
        open: this.#knex('to_do').select('open'),
        overdue: this.#knex('to_do').select('overdue'),
      });
    const [row] = await this.#planned.rows<LastDaysRow>(counting);
    return {
      last90Days: {
        incidents: Number(row.incidents),
        impactMs: Math.round(Number(row.ended_ms) + Number(row.running_ms)),
        lastAt: row.last_at === null ? null : toInstant(row.last_at),
      },
      actions: { open: Number(row.open), overdue: Number(row.overdue) },
    };
  }

  /** What is still to be done about the entities of a scope, or by its groups. */
  async openActions(access: Access, scope: Scope): Promise<OpenActions> {
    const [row]: Record<keyof OpenActions, number | string>[] =
      await openActionsOf(this.#knex, access, scope, this.#now.now());
    return { open: Number(row.open), overdue: Number(row.overdue) };
  }

  /** Reviews of what affected a scope that nobody has handed in. */
  async waitingReviews(
    access: Access,
    scope: Scope,
  ): Promise<EntityFacts['reviews']> {
    const { found, affected } = historyOf(this.#knex, access, scope);
    const [row]: Record<keyof EntityFacts['reviews'], number | string>[] =
      await found
        .join('reviews', 'reviews.incident_id', 'incidents.id')
        .whereIn('reviews.status', [...DRAFTING])
        .count({
          waiting: affected,
          overdue: this.#knex.raw(
            'case when reviews.draft_due_at <= ? then ? end',
            [new Date(this.#now.now()), affected],
          ),
        });
    return { waiting: Number(row.waiting), overdue: Number(row.overdue) };
  }

  /**
   * How many the list of a history has in all pages together, and how many that
   * affected it began in each of the last months, the oldest first; and the last
   * drill. One look at each incident since the earlier of the two begins.
   */
  async overall(
    access: Access,
    scope: Scope,
    query: HistoryQuery,
  ): Promise<Pick<EntityHistory, 'total' | 'months' | 'lastDrillAt'>> {
    const months = lastMonths(this.#now.now(), MONTHS_SHOWN);
    const firstMonth = `${months[0]}-01T00:00:00.000Z`;
    const { from = BEGIN_OF_TIME } = query;
    const { found, declaredAt, affected } = historyOf(
      this.#knex,
      access,
      scope,
      { from: from < firstMonth ? from : firstMonth },
    );
    const month = monthInUtc(this.#knex, declaredAt);
    const alike = [
      'incidents.mode',
      'incidents.priority',
      'incidents.status',
    ] as const;
    const hasHealed = this.#knex.raw('incidents.recovered_at is not null');
    const rows: AlikeRow[] = await found
      .groupBy(...alike)
      .groupBy(month)
      .groupBy(hasHealed)
      .select(...alike)
      .select({ month, healed: hasHealed })
      .max({ last_at: declaredAt })
      .count({ affected, asked: this.#declared(declaredAt, query) });

    const { modes, priorities } = selectionAsked(query);
    const listed = rows.filter(
      row => modes.includes(row.mode) && priorities.includes(row.priority),
    );
    const counted = rows.filter(
      ({ mode, status, healed }) =>
        INCIDENTS.modes.includes(mode) && !isNone(status) && !Number(healed),
    );
    return {
      total: sumOf(listed.map(({ asked }) => asked)),
      months: months.map(name => ({
        month: name,
        incidents: sumOf(
          counted.filter(row => row.month === name).map(row => row.affected),
        ),
      })),
      lastDrillAt: latestOf(
        rows
          .filter(({ mode, status }) => mode === 'drill' && !isNone(status))
          .map(row => row.last_at),
      ),
    };
  }

  /** Not null of what was declared in the period that is asked for. */
  #declared(
    declaredAt: string,
    { from = BEGIN_OF_TIME, to = END_OF_TIME }: Declared,
  ): Knex.Raw {
    return this.#knex.raw('case when ?? >= ? and ?? < ? then 1 end', [
      declaredAt,
      new Date(from),
      declaredAt,
      new Date(to),
    ]);
  }
}

const BEGIN_OF_TIME = '1970-01-01T00:00:00.000Z';
const END_OF_TIME = '9999-12-31T00:00:00.000Z';

/** What the last days of an entity add up to. */
interface LastDaysRow {
  incidents: number | string;
  ended_ms: number | string | null;
  running_ms: number | string | null;
  last_at: StoredInstant | null;
  open: number | string;
  overdue: number | string;
}

/** Incidents of a month that are alike. */
interface AlikeRow {
  month: string;
  mode: Mode;
  priority: Priority;
  status: Status;
  healed: boolean | number;
  last_at: StoredInstant;
  /** Those that were not only suspected to affect it. */
  affected: number | string;
  /** Those that were declared in the period asked for. */
  asked: number | string;
}

function sumOf(counts: readonly (number | string)[]): number {
  return counts.reduce<number>((sum, count) => sum + Number(count), 0);
}

function latestOf(instants: readonly StoredInstant[]): string | null {
  return instants.map(toInstant).sort().at(-1) ?? null;
}

const NONE: readonly Status[] = ['dismissed', 'merged'];

/** What was dismissed or merged was no incident of its own. */
function isNone(status: Status): boolean {
  return NONE.includes(status);
}

/** The months up to that of `now`, in UTC, oldest first, as `2026-11`. */
function lastMonths(now: string, count: number): string[] {
  const [year, month] = now.split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1))
      .toISOString()
      .slice(0, 7),
  );
}
