import type {
  EntityCard,
  EntityHistory,
  HistoryQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  AFFECTED,
  INCIDENTS,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { millisecondsBetween, monthInUtc } from '../database/dialect';
import { toInstant, type StoredInstant } from '../database/instant';
import { asListed } from './incidentFilters';
import { historyOf, type Scope } from './scope';

const DAY_MS = 86_400_000;
const MONTHS_SHOWN = 12;

/** Counts the incidents of a history; the database adds up, however many there are. */
export class EntityTally {
  readonly #knex: Knex;
  readonly #now: NowService;

  constructor(options: { knex: Knex; now: NowService }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** How many that list has in all pages together. */
  async total(
    access: Access,
    scope: Scope,
    query: HistoryQuery,
  ): Promise<number> {
    const { found } = historyOf(this.#knex, access, scope, query);
    asListed(found, query);
    const [{ total }] = await found.count({ total: '*' });
    return Number(total);
  }

  /**
   * How the last days of an entity were: what counts as an incident, and the impact
   * of all that affected it. An impact that has not ended counts up to now, of what
   * has healed up to then; what overlaps counts twice here.
   */
  async lastDays(
    access: Access,
    entityRef: string,
    days: number,
  ): Promise<EntityCard['last90Days']> {
    const now = new Date(this.#now.now());
    const { found } = historyOf(
      this.#knex,
      access,
      { entityRefs: [entityRef] },
      { from: new Date(now.getTime() - days * DAY_MS).toISOString() },
    );
    const hasNotHealed = this.#knex.raw(
      'case when incidents.recovered_at is null then 1 end',
    );
    const [row]: {
      incidents: number | string;
      ended_ms: number | string | null;
      running_ms: number | string | null;
      last_at: StoredInstant | null;
    }[] = await ofIncidents(found)
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
      .max({ last_at: 'about.declared_at' });
    return {
      incidents: Number(row.incidents),
      impactMs: Math.round(Number(row.ended_ms) + Number(row.running_ms)),
      lastAt: row.last_at === null ? null : toInstant(row.last_at),
    };
  }

  /** How many began in each of the last months, the oldest first. */
  async months(access: Access, scope: Scope): Promise<EntityHistory['months']> {
    const months = lastMonths(this.#now.now(), MONTHS_SHOWN);
    const { found, declaredAt } = historyOf(this.#knex, access, scope, {
      from: `${months[0]}-01T00:00:00.000Z`,
    });
    const month = monthInUtc(this.#knex, declaredAt);
    const rows: { month: string; incidents: number | string }[] =
      await ofIncidents(found)
        .whereNull('incidents.recovered_at')
        .groupBy(month)
        .select({ month })
        .count({ incidents: '*' });
    const counts = new Map(rows.map(row => [row.month, Number(row.incidents)]));
    return months.map(name => ({
      month: name,
      incidents: counts.get(name) ?? 0,
    }));
  }
}

/** Of `INCIDENTS` and what healed by itself: no drills, nothing dismissed or merged. */
function ofIncidents(found: Knex.QueryBuilder): Knex.QueryBuilder {
  return found
    .whereIn('incidents.mode', [...INCIDENTS.modes])
    .whereNotIn('incidents.status', ['dismissed', 'merged']);
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
