import {
  REVIEW_EVENT_VERSION,
  type ReviewEvent,
  type ReviewTexts,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import { toActor, toActorColumns, type ActorColumns } from '../database/actor';
import { inserting } from '../database/inserting';
import { toInstant, type StoredInstant } from '../database/instant';

/** An event of a review as it is kept. */
export type StoredReviewEvent = ReviewEvent & { sequence: number };

interface EventRow extends ActorColumns {
  sequence: number;
  type: string;
  at: StoredInstant;
  data: string;
}

const COLUMNS = [
  'e.sequence',
  'e.type',
  'e.actor_type',
  'e.actor_ref',
  'e.actor_name',
  'e.at',
  'e.data',
];

/** The `review_events` and `review_texts` tables: what happened to reviews, and what people wrote. */
export class ReviewEventStore {
  /**
   * Writes events behind the last ones of a review.
   *
   * @param clientId - of the command; the last event keeps it
   */
  async append(
    tx: Knex.Transaction,
    incidentId: string,
    first: number,
    events: readonly ReviewEvent[],
    clientId: string | undefined,
  ): Promise<void> {
    await inserting(
      tx,
      'review_events',
      events.map(({ type, actor, at, data }, index) => ({
        incident_id: incidentId,
        sequence: first + index,
        type,
        version: REVIEW_EVENT_VERSION,
        ...toActorColumns(actor),
        at: new Date(at),
        data: JSON.stringify(data),
        client_id: index === events.length - 1 ? (clientId ?? null) : null,
      })),
    );
    const texts = events.flatMap((event, index) =>
      Object.entries(event.texts ?? {}).map(([field, text]) => ({
        incident_id: incidentId,
        sequence: first + index,
        field,
        section: sectionOf(event) ?? null,
        text,
      })),
    );
    if (texts.length > 0) {
      await inserting(tx, 'review_texts', texts);
    }
  }

  /** The event with which an earlier sending of a command ended. */
  async byClientId(
    tx: Knex.Transaction,
    incidentId: string,
    clientId: string,
  ): Promise<StoredReviewEvent | undefined> {
    const row: EventRow | undefined = await tx('review_events as e')
      .where({ 'e.incident_id': incidentId, 'e.client_id': clientId })
      .first(COLUMNS);
    return row && toEvent(row, {});
  }

  /** These events with what was written in them, by number. */
  async withTexts(
    db: Knex,
    incidentId: string,
    sequences: readonly number[],
  ): Promise<Map<number, StoredReviewEvent>> {
    const [rows, texts]: [
      EventRow[],
      { sequence: number; field: string; text: string }[],
    ] = await Promise.all([
      db('review_events as e')
        .where('e.incident_id', incidentId)
        .whereIn('e.sequence', [...sequences])
        .select(COLUMNS),
      db('review_texts')
        .where('incident_id', incidentId)
        .whereIn('sequence', [...sequences])
        .select('sequence', 'field', 'text'),
    ]);
    const bySequence = new Map<number, ReviewTexts>();
    for (const { sequence, field, text } of texts) {
      bySequence.set(sequence, {
        ...bySequence.get(sequence),
        [field]: text,
      });
    }
    return new Map(
      rows.map(row => [
        row.sequence,
        toEvent(row, bySequence.get(row.sequence) ?? {}),
      ]),
    );
  }

  /** The event that a version of a section came with; undefined for one never written. */
  async sequenceOfVersion(
    db: Knex,
    incidentId: string,
    section: string,
    version: number,
  ): Promise<number | undefined> {
    const rows: { sequence: number; data: string }[] = await db(
      'review_texts as t',
    )
      .join('review_events as e', join =>
        join
          .on('e.incident_id', 't.incident_id')
          .andOn('e.sequence', 't.sequence'),
      )
      .where({ 't.incident_id': incidentId, 't.section': section })
      .where('e.type', 'section-written')
      .orderBy('t.sequence', 'desc')
      .select('e.sequence', 'e.data');
    return rows.find(({ data }) => JSON.parse(data).version === version)
      ?.sequence;
  }

  /** The texts of a section, the newest first, from before an event on. */
  async textsOfSection(
    db: Knex,
    incidentId: string,
    section: string,
    { before, limit }: { before?: number; limit: number },
  ): Promise<StoredReviewEvent[]> {
    const rows = db('review_texts as t')
      .join('review_events as e', join =>
        join
          .on('e.incident_id', 't.incident_id')
          .andOn('e.sequence', 't.sequence'),
      )
      .where({ 't.incident_id': incidentId, 't.section': section })
      .orderBy('t.sequence', 'desc')
      .limit(limit)
      .select([...COLUMNS, 't.text']);
    if (before !== undefined) {
      rows.where('t.sequence', '<', before);
    }
    const found: (EventRow & { text: string })[] = await rows;
    return found.map(row => toEvent(row, { text: row.text }));
  }
}

/** Versions of a section are looked for by it; other texts by their event. */
function sectionOf(event: ReviewEvent): string | undefined {
  return event.type === 'section-written' || event.type === 'text-kept-beside'
    ? event.data.section
    : undefined;
}

function toEvent(row: EventRow, texts: ReviewTexts): StoredReviewEvent {
  return {
    sequence: row.sequence,
    type: row.type,
    actor: toActor(row),
    at: toInstant(row.at),
    data: JSON.parse(row.data),
    texts,
  } as StoredReviewEvent;
}
