import type {
  IncidentState,
  ShownNearChange,
  Timeline,
  TimelineEntry,
  TimelineQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { toInstant } from '../database/instant';
import type { EventStore } from '../incidents/EventStore';
import { afterPlace, decodeCursor, encodeCursor } from './cursor';
import { hidingUnknown } from './references';

/** Alerts that follow each other within this time are one burst. */
const BURST_GAP_MS = 10 * 60_000;
const ALERTS_READ = 1_000;

/** Reads the changes that may have to do with an incident. */
export interface NearChanges {
  near(incident: IncidentState): Promise<ShownNearChange[]>;
}

/** What happened on an incident: its events, its alerts in bursts, and changes near it. */
export class TimelineReader {
  readonly #knex: Knex;
  readonly #events: EventStore;
  readonly #changes: NearChanges;

  constructor(options: {
    knex: Knex;
    events: EventStore;
    changes: NearChanges;
  }) {
    this.#knex = options.knex;
    this.#events = options.events;
    this.#changes = options.changes;
  }

  /** What it says of other incidents is kept from whoever may not know of them. */
  async page(
    access: Access,
    incidentId: string,
    query: TimelineQuery,
  ): Promise<Timeline> {
    const [events, bursts, changes] = await Promise.all([
      this.#entries(incidentId),
      this.#bursts(incidentId),
      this.#changesNear(incidentId),
    ]);
    const direction = query.order === 'newest' ? -1 : 1;
    const all = [...events, ...bursts, ...changes].sort(
      (a, b) =>
        direction * (compare(a.at, b.at) || sequenceOf(a) - sequenceOf(b)),
    );
    const [start] = query.cursor ? decodeCursor(query.cursor, afterPlace) : [0];
    const end = start + query.limit;
    return {
      items: await hidingUnknown(this.#knex, access, all.slice(start, end)),
      nextCursor: end < all.length ? encodeCursor([end]) : null,
    };
  }

  async #entries(incidentId: string): Promise<TimelineEntry[]> {
    const events = await this.#events.timeline(this.#knex, incidentId);
    return events.map(event => ({
      kind: 'event',
      sequence: event.sequence,
      type: event.type,
      at: event.at,
      recordedAt: event.recordedAt,
      actor: {
        type: event.actor.type,
        name: event.actor.name,
        ref: event.actor.type === 'user' ? event.actor.ref : null,
      },
      data: { ...event.data },
      texts: { ...event.texts },
    }));
  }

  async #changesNear(incidentId: string): Promise<TimelineEntry[]> {
    const { state } = await this.#knex('incidents')
      .where({ id: incidentId })
      .first('state');
    const changes = await this.#changes.near(JSON.parse(state));
    return changes.map(change => ({
      kind: 'change',
      at: change.finishedAt ?? change.startedAt,
      change,
    }));
  }

  async #bursts(incidentId: string): Promise<TimelineEntry[]> {
    const rows = await this.#knex('alert_occurrences as o')
      .join('monitoring_alerts as a', 'a.id', 'o.alert_id')
      .where('o.incident_id', incidentId)
      .orderBy('o.received_at')
      .limit(ALERTS_READ)
      .select('a.source', 'a.title', 'o.received_at');
    const bursts: Extract<TimelineEntry, { kind: 'alerts' }>[] = [];
    for (const row of rows) {
      const at = toInstant(row.received_at);
      const last = bursts[bursts.length - 1];
      const continues =
        last &&
        last.source === row.source &&
        Date.parse(at) - Date.parse(last.until) <= BURST_GAP_MS;
      if (continues) {
        last.until = at;
        last.count += 1;
        if (!last.titles.includes(row.title)) {
          last.titles.push(row.title);
        }
      } else {
        bursts.push({
          kind: 'alerts',
          at,
          until: at,
          count: 1,
          source: row.source,
          titles: [row.title],
        });
      }
    }
    return bursts;
  }
}

function sequenceOf(entry: TimelineEntry): number {
  return entry.kind === 'event' ? entry.sequence : 0;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
