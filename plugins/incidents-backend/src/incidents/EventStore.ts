import {
  EVENT_VERSIONS,
  upcast,
  type DecidedEvent,
  type EventTexts,
  type TimelineEvent,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { toActor, toActorColumns, type ActorColumns } from '../database/actor';
import { chunks } from '../database/chunks';
import { inOneGo } from '../database/inOneGo';
import { inserting } from '../database/inserting';
import { toInstant } from '../database/instant';

/** An event as the table has it. */
export interface EventRow extends ActorColumns {
  incident_id: string;
  sequence: number;
  type: string;
  version: number;
  at: Date | number | string;
  recorded_at: Date | number | string;
  data: string;
  texts?: string | null;
}

/** An event and its place on a timeline. */
export interface PlacedEvent {
  incidentId: string;
  sequence: number;
  event: DecidedEvent;
}

const AT_ONCE = 200;

/** To the highest number that the column takes. */
const WHOLE = [1, 2 ** 31 - 1] as const;

/** The `incident_events` and `incident_texts` tables: the timelines. */
export class EventStore {
  /** Writes events behind the last ones of their incidents. */
  async append(
    tx: Knex.Transaction,
    placed: readonly PlacedEvent[],
    recordedAt: string,
  ): Promise<void> {
    const withTexts = placed.filter(({ event }) => event.texts);
    await inOneGo(tx, [
      ...chunks(placed, AT_ONCE).map(
        part => () =>
          inserting(
            tx,
            'incident_events',
            part.map(({ incidentId, sequence, event }) => ({
              incident_id: incidentId,
              sequence,
              type: event.type,
              version: EVENT_VERSIONS[event.type],
              ...toActorColumns(event.actor),
              at: new Date(event.at),
              recorded_at: new Date(recordedAt),
              data: JSON.stringify(event.data),
            })),
          ),
      ),
      ...chunks(withTexts, AT_ONCE).map(
        part => () =>
          inserting(
            tx,
            'incident_texts',
            part.map(({ incidentId, sequence, event }) => ({
              incident_id: incidentId,
              sequence,
              texts: JSON.stringify(event.texts),
            })),
          ),
      ),
    ]);
  }

  /** The timeline in the order in which it was written: the whole, or a part from event to event. */
  async timeline(
    db: Knex,
    incidentId: string,
    [first, last]: readonly [number, number] = WHOLE,
  ): Promise<TimelineEvent[]> {
    const rows: EventRow[] = await db('incident_events as e')
      .leftJoin('incident_texts as t', join =>
        join
          .on('t.incident_id', 'e.incident_id')
          .andOn('t.sequence', 'e.sequence'),
      )
      .where('e.incident_id', incidentId)
      .whereBetween('e.sequence', [first, last])
      .orderBy('e.sequence')
      .select('e.*', 't.texts');
    return rows.map(toEvent);
  }

  /** Whole timelines by incident, without their texts. */
  async timelines(
    db: Knex,
    incidentIds: readonly string[],
  ): Promise<Map<string, TimelineEvent[]>> {
    const rows: EventRow[] = await db('incident_events')
      .whereIn('incident_id', [...incidentIds])
      .orderBy(['incident_id', 'sequence'])
      .select();
    const timelines = new Map<string, TimelineEvent[]>();
    for (const row of rows) {
      const timeline = timelines.get(row.incident_id) ?? [];
      timeline.push(toEvent(row));
      timelines.set(row.incident_id, timeline);
    }
    return timelines;
  }

  /** Whether the last update, or whoever told of it first, named a workaround. */
  async hasWorkaround(db: Knex, incidentId: string): Promise<boolean> {
    const rows = await db('incident_texts as t')
      .join('incidents as i', 'i.id', 't.incident_id')
      .where('t.incident_id', incidentId)
      .where(told =>
        told
          .where('t.sequence', 1)
          .orWhere('t.sequence', db.ref('i.update_sequence')),
      )
      .select('t.texts');
    return rows.some(row => JSON.parse(row.texts).workaround);
  }

  /** The texts of one event. */
  async texts(
    db: Knex,
    incidentId: string,
    sequence: number,
  ): Promise<EventTexts> {
    const row = await db('incident_texts')
      .where({ incident_id: incidentId, sequence })
      .first('texts');
    return row ? JSON.parse(row.texts) : {};
  }
}

/** @throws Error where a newer release has written it */
export function toEvent(row: EventRow): TimelineEvent {
  const event = upcast({
    type: row.type,
    version: row.version,
    actor: toActor(row),
    at: toInstant(row.at),
    data: JSON.parse(row.data),
  });
  return {
    ...event,
    ...(row.texts && { texts: JSON.parse(row.texts) }),
    incidentId: row.incident_id,
    sequence: row.sequence,
    version: row.version,
    recordedAt: toInstant(row.recorded_at),
  } as TimelineEvent;
}
