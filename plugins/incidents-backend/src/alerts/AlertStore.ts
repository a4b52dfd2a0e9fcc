import { randomUUID } from 'node:crypto';
import type { AlertSeverity } from '@linchpin/backstage-plugin-incidents-common';
import type { ParsedAlert } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { inserting } from '../database/inserting';

/** What makes an alert the same one again. */
export interface AlertKey {
  source: string;
  dedupKey: string;
}

/** An alert as it was sent last. */
export interface SentAlert extends AlertKey {
  alert: ParsedAlert;
  /** Missing where it was not looked for. */
  entityRef?: string;
  receivedAt: string;
}

/** An alert as it is stored. */
export interface StoredAlert extends AlertKey {
  id: string;
  /** Whether nobody had written it down before: nothing else is known of it then. */
  isNew: boolean;
  /** Before this message. */
  severity: AlertSeverity;
  entityRef: string | null;
}

interface AlertRow {
  id: string;
  source: string;
  dedup_key: string;
  severity: AlertSeverity;
  entity_ref: string | null;
}

const AT_ONCE = 100;

/** The `monitoring_alerts` table: conditions that sources report. */
export class AlertStore {
  /**
   * Writes alerts down as they were sent last; of one that is there twice, the
   * later. Locks them until the transaction ends, in an order of their own.
   *
   * @returns each by `keyOf`, with the severity that it had before
   */
  async write(
    tx: Knex.Transaction,
    sent: readonly SentAlert[],
  ): Promise<Map<string, StoredAlert>> {
    const latest = new Map(sent.map(alert => [keyOf(alert), alert]));
    const inOrder = [...latest.values()].sort((a, b) =>
      keyOf(a) < keyOf(b) ? -1 : 1,
    );
    const before = await this.#known(tx, inOrder);
    const after = new Map(before);
    for (const part of chunks(inOrder, AT_ONCE)) {
      const rows = part.map(alert => rowOf(alert, before.get(keyOf(alert))));
      const ids = new Set(rows.map(({ id }) => id));
      const written: AlertRow[] = await inserting(tx, 'monitoring_alerts', rows)
        .onConflict(['source', 'dedup_key'])
        .merge([
          'title',
          'severity',
          'labels',
          'url',
          'entity_ref',
          'last_received_at',
        ])
        .returning(['id', 'source', 'dedup_key', 'severity', 'entity_ref']);
      written
        // Another process may have been first, by an id of its own.
        .map(row => toStored(row, ids.has(row.id)))
        .filter(alert => !before.has(keyOf(alert)))
        .forEach(alert => after.set(keyOf(alert), alert));
    }
    return after;
  }

  async #known(
    tx: Knex.Transaction,
    keys: readonly AlertKey[],
  ): Promise<Map<string, StoredAlert>> {
    const known = new Map<string, StoredAlert>();
    for (const source of new Set(keys.map(key => key.source))) {
      const dedupKeys = keys
        .filter(key => key.source === source)
        .map(({ dedupKey }) => dedupKey);
      for (const part of chunks(dedupKeys, AT_ONCE)) {
        const rows: AlertRow[] = await tx('monitoring_alerts')
          .where({ source })
          .whereIn('dedup_key', part)
          .select('id', 'source', 'dedup_key', 'severity', 'entity_ref');
        rows
          .map(row => toStored(row, false))
          .forEach(alert => known.set(keyOf(alert), alert));
      }
    }
    return known;
  }
}

/** An alert's key in one text. */
export function keyOf({ source, dedupKey }: AlertKey): string {
  return `${source} ${dedupKey}`;
}

function toStored(row: AlertRow, isNew: boolean): StoredAlert {
  return {
    id: row.id,
    isNew,
    source: row.source,
    dedupKey: row.dedup_key,
    severity: row.severity,
    entityRef: row.entity_ref,
  };
}

function rowOf(sent: SentAlert, before: StoredAlert | undefined) {
  const { alert } = sent;
  return {
    id: before?.id ?? randomUUID(),
    source: sent.source,
    dedup_key: sent.dedupKey,
    title: alert.title,
    severity: alert.severity,
    labels: JSON.stringify(alert.labels),
    url: alert.url ?? null,
    entity_ref: sent.entityRef ?? before?.entityRef ?? null,
    last_received_at: new Date(sent.receivedAt),
  };
}
