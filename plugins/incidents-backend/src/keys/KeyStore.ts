import type {
  IntegrationKeyState,
  PersonSnapshot,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import {
  toInstant,
  toInstantOrUndefined,
  type StoredInstant,
} from '../database/instant';

interface KeyRow {
  hash: string;
  id: string;
  name: string;
  source: string;
  for_ref: string;
  created_at: StoredInstant;
  created_by_ref: string;
  created_by_name: string;
  last_used_at: StoredInstant | null;
  revoked_at: StoredInstant | null;
  revoked_by_ref: string | null;
  revoked_by_name: string | null;
}

/** A part of the list of keys. */
export interface KeyListing {
  /** Narrows it to what keys are for; undefined for all keys. */
  among?: (forRef: Knex.QueryBuilder) => void;
  /** Goes on behind the key that was made then. */
  after?: readonly [createdAt: string, id: string];
  most: number;
}

/** The `integration_keys` table. */
export class KeyStore {
  async insert(
    db: Knex,
    key: IntegrationKeyState,
    hash: string,
  ): Promise<void> {
    await db('integration_keys').insert({
      id: key.id,
      hash,
      name: key.name,
      source: key.source,
      for_ref: key.forRef,
      created_at: new Date(key.createdAt),
      created_by_ref: key.createdBy.ref,
      created_by_name: key.createdBy.name,
    });
  }

  async byHash(
    db: Knex,
    hash: string,
  ): Promise<IntegrationKeyState | undefined> {
    return toKey(await db<KeyRow>('integration_keys').where({ hash }).first());
  }

  async byId(db: Knex, id: string): Promise<IntegrationKeyState | undefined> {
    return toKey(await db<KeyRow>('integration_keys').where({ id }).first());
  }

  /** Newest first. */
  async list(
    db: Knex,
    { among, after, most }: KeyListing,
  ): Promise<IntegrationKeyState[]> {
    const query = db<KeyRow>('integration_keys')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most);
    if (among) {
      query.where(among);
    }
    if (after) {
      const [createdAt, id] = after;
      const at = new Date(createdAt);
      query.where(older =>
        older
          .where('created_at', '<', at)
          .orWhere(same => same.where('created_at', at).where('id', '<', id)),
      );
    }
    return (await query).flatMap(row => toKey(row) ?? []);
  }

  /** The first revocation stands. */
  async revoke(
    db: Knex,
    id: string,
    by: PersonSnapshot,
    at: string,
  ): Promise<void> {
    await db('integration_keys')
      .where({ id })
      .whereNull('revoked_at')
      .update({
        revoked_at: new Date(at),
        revoked_by_ref: by.ref,
        revoked_by_name: by.name,
      });
  }

  /** The latest use stands, whichever replica tells of it last. */
  async used(db: Knex, id: string, at: string): Promise<void> {
    const time = new Date(at);
    await db('integration_keys')
      .where({ id })
      .where(earlier =>
        earlier.whereNull('last_used_at').orWhere('last_used_at', '<', time),
      )
      .update({ last_used_at: time });
  }
}

function toKey(row: KeyRow | undefined): IntegrationKeyState | undefined {
  if (!row) {
    return undefined;
  }
  const lastUsedAt = toInstantOrUndefined(row.last_used_at);
  const revokedAt = toInstantOrUndefined(row.revoked_at);
  return {
    id: row.id,
    name: row.name,
    source: row.source,
    forRef: row.for_ref,
    createdAt: toInstant(row.created_at),
    createdBy: { ref: row.created_by_ref, name: row.created_by_name },
    ...(lastUsedAt && { lastUsedAt }),
    ...(revokedAt && {
      revokedAt,
      revokedBy: {
        ref: row.revoked_by_ref ?? '',
        name: row.revoked_by_name ?? '',
      },
    }),
  };
}
