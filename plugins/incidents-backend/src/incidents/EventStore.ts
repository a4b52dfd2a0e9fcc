import {
  EVENT_VERSIONS,
  upcast,
  type DecidedEvent,
  type EventTexts,
  type TimelineEvent,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { toInstant } from '../database/instant';

interface EventRow {
  incident_id: string;
  sequence: number;
  type: string;
  version: number;
  actor_type: 'user' | 'system';
  actor_ref: string | null;
  actor_name: string;
  at: Date | number | string;
  recorded_at: Date | number | string;
  data: string;
  texts?: string | null;
}

const INSERT_BATCH = 50;

/** The `incident_events` and `incident_texts` tables: the timelines. */
export class EventStore {
  /** Writes events behind the last one, from `firstSequence` on. */
  async append(
    tx: Knex.Transaction,
    incidentId: string,
    firstSequence: number,
    events: readonly DecidedEvent[],
    recordedAt: string,
  ): Promise<void> {
    const rows = events.map((event, index) => ({
      incident_id: incidentId,
      sequence: firstSequence + index,
      type: event.type,
      version: EVENT_VERSIONS[event.type],
      actor_type: event.actor.type,
      actor_ref: event.actor.type === 'user' ? event.actor.ref : null,
      actor_name: event.actor.name,
      at: new Date(event.at),
      recorded_at: new Date(recordedAt),
      data: JSON.stringify(event.data),
    }));
    await tx.batchInsert('incident_events', rows, INSERT_BATCH);

    const texts = events.flatMap((event, index) =>
      event.texts
        ? [
            {
              incident_id: incidentId,
              sequence: firstSequence + index,
              texts: JSON.stringify(event.texts),
            },
          ]
        : [],
    );
    if (texts.length > 0) {
      await tx.batchInsert('incident_texts', texts, INSERT_BATCH);
    }
  }

  /** The whole timeline in the order in which it was written. */
  async timeline(db: Knex, incidentId: string): Promise<TimelineEvent[]> {
    const rows: EventRow[] = await db('incident_events as e')
      .leftJoin('incident_texts as t', join =>
        join
          .on('t.incident_id', 'e.incident_id')
          .andOn('t.sequence', 'e.sequence'),
      )
      .where('e.incident_id', incidentId)
      .orderBy('e.sequence')
      .select('e.*', 't.texts');
    return rows.map(toEvent);
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

function toEvent(row: EventRow): TimelineEvent {
  const event = upcast({
    type: row.type,
    version: row.version,
    actor:
      row.actor_type === 'user'
        ? { type: 'user', ref: row.actor_ref!, name: row.actor_name }
        : { type: 'system', name: row.actor_name },
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
