import type { Knex } from 'knex';
import { toInstant, toInstantOrUndefined } from '../database/instant';

/** Something of a sender that could not be processed. */
export interface NotProcessed {
  id: string;
  source: string;
  receivedAt: string;
  reason: string;
  excerpt: string;
}

/** An alert without an entity. */
export interface UnmatchedAlert {
  source: string;
  title: string;
  labels: Record<string, string>;
  reason: 'none' | 'several';
  lastAt: string;
}

const EXCERPT_MAX = 500;

/** Reads what those who run the installation want to know of alerts; changes nothing. */
export class SetupStore {
  /** When a source sent last, and how many messages since then. */
  async source(
    db: Knex,
    source: string,
    since: string,
  ): Promise<{ lastReceivedAt?: string; messages: number }> {
    const last = await db('alert_deliveries')
      .where({ source })
      .max({ at: 'received_at' })
      .first();
    const recent = await db('alert_deliveries')
      .where({ source })
      .where('received_at', '>=', new Date(since))
      .count({ messages: '*' })
      .first();
    const lastReceivedAt = toInstantOrUndefined(last?.at);
    return {
      ...(lastReceivedAt && { lastReceivedAt }),
      messages: Number(recent?.messages),
    };
  }

  /** Bad alerts of good messages, and messages that were given up, the latest first. */
  async notProcessed(
    db: Knex,
    since: string,
    most: number,
  ): Promise<NotProcessed[]> {
    const alerts = await db('alert_delivery_outcomes as o')
      .join('alert_deliveries as d', 'd.id', 'o.delivery_id')
      .where('o.disposition', 'kept-aside')
      .where('o.received_at', '>=', new Date(since))
      .orderBy('o.received_at', 'desc')
      .limit(most)
      .select('d.id', 'o.position', 'd.source', 'o.received_at')
      .select('o.reason', 'o.excerpt');
    const messages = await db('alert_deliveries')
      .where({ status: 'failed' })
      .where('received_at', '>=', new Date(since))
      .orderBy('sequence', 'desc')
      .limit(most)
      .select('id', 'source', 'received_at', 'error')
      .select(db.raw('substr(body, 1, ?) as excerpt', [EXCERPT_MAX]));
    return [
      ...alerts.map(row => ({
        id: `${row.id}:${row.position}`,
        source: row.source,
        receivedAt: toInstant(row.received_at),
        reason: row.reason,
        excerpt: row.excerpt,
      })),
      ...messages.map(row => ({
        id: row.id,
        source: row.source,
        receivedAt: toInstant(row.received_at),
        reason: row.error,
        excerpt: row.excerpt ?? '',
      })),
    ]
      .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
      .slice(0, most);
  }

  /** How many of either a source has sent. */
  async countNotProcessed(
    db: Knex,
    source: string,
    since: string,
  ): Promise<number> {
    const alerts = await db('alert_delivery_outcomes as o')
      .join('alert_deliveries as d', 'd.id', 'o.delivery_id')
      .where('o.disposition', 'kept-aside')
      .where('o.received_at', '>=', new Date(since))
      .where('d.source', source)
      .count({ n: '*' })
      .first();
    const messages = await db('alert_deliveries')
      .where({ status: 'failed', source })
      .where('received_at', '>=', new Date(since))
      .count({ n: '*' })
      .first();
    return Number(alerts?.n) + Number(messages?.n);
  }

  /** Alerts that fired without an entity, the latest first, each once. */
  async unmatched(
    db: Knex,
    since: string,
    most: number,
  ): Promise<UnmatchedAlert[]> {
    const rows = await db('alert_occurrences as o')
      .join('monitoring_alerts as a', 'a.id', 'o.alert_id')
      .whereIn('o.unmatched', ['none', 'several'])
      .where('o.received_at', '>=', new Date(since))
      .groupBy('a.id', 'a.source', 'a.title', 'a.labels', 'o.unmatched')
      .orderBy('last', 'desc')
      .limit(most)
      .select('a.source', 'a.title', 'a.labels', 'o.unmatched')
      .select(db.raw('max(o.received_at) as last'));
    return rows.map(row => ({
      source: row.source,
      title: row.title,
      labels: JSON.parse(row.labels),
      reason: row.unmatched,
      lastAt: toInstant(row.last),
    }));
  }
}
