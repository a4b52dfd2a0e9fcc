import type {
  EntityCard,
  EntityHistory,
  HistoryQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { epochMilliseconds, monthInUtc } from '../database/dialect';
import { toInstant, type StoredInstant } from '../database/instant';
import { entityHistory } from './incidentFilters';
import { readableIncidents } from './incidentQuery';

const DAY_MS = 86_400_000;
const MONTHS_SHOWN = 12;

/** Counts the incidents of an entity; the database adds up, however many there are. */
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
    entityRef: string,
    query: HistoryQuery,
  ): Promise<number> {
    const found = readableIncidents(this.#knex, access);
    entityHistory(found, entityRef, query);
    const [{ total }] = await found.count({ total: '*' });
    return Number(total);
  }

  /** How the last days were. An impact that has not ended counts up to now. */
  async lastDays(
    access: Access,
    entityRef: string,
    days: number,
  ): Promise<EntityCard['last90Days']> {
    const now = Date.parse(this.#now.now());
    const [row]: {
      incidents: number | string;
      ended_ms: number | string | null;
      running: number | string;
      running_since_ms: number | string | null;
      last_at: StoredInstant | null;
    }[] = await this.#real(access, entityRef, new Date(now - days * DAY_MS))
      .count({
        incidents: '*',
        running: 'incidents.impact_running_since',
      })
      .sum({
        ended_ms: 'incidents.impact_ms',
        running_since_ms: epochMilliseconds(
          this.#knex,
          'incidents.impact_running_since',
        ),
      })
      .max({ last_at: 'about.declared_at' });
    const runningMs = Number(row.running) * now - Number(row.running_since_ms);
    return {
      incidents: Number(row.incidents),
      impactMs: Number(row.ended_ms) + Math.max(0, Math.round(runningMs)),
      lastAt: row.last_at === null ? null : toInstant(row.last_at),
    };
  }

  /** How many began in each of the last months, the oldest first. */
  async months(
    access: Access,
    entityRef: string,
  ): Promise<EntityHistory['months']> {
    const months = lastMonths(this.#now.now(), MONTHS_SHOWN);
    const month = monthInUtc(this.#knex, 'about.declared_at');
    const rows: { month: string; incidents: number | string }[] =
      await this.#real(
        access,
        entityRef,
        new Date(`${months[0]}-01T00:00:00.000Z`),
      )
        .groupBy(month)
        .select({ month })
        .count({ incidents: '*' });
    const counts = new Map(rows.map(row => [row.month, Number(row.incidents)]));
    return months.map(name => ({
      month: name,
      incidents: counts.get(name) ?? 0,
    }));
  }

  /** Incidents that were such: no drills, nothing dismissed, merged or healed before anybody took it. */
  #real(access: Access, entityRef: string, since: Date): Knex.QueryBuilder {
    return readableIncidents(this.#knex, access)
      .join('incident_entities as about', 'about.incident_id', 'incidents.id')
      .where('about.entity_ref', entityRef)
      .where('about.declared_at', '>=', since)
      .whereIn('incidents.mode', ['real', 'backfill'])
      .whereNotIn('incidents.status', ['dismissed', 'merged']);
  }
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
