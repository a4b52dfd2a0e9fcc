import type {
  IntegrationKey,
  IntegrationKeys,
  IntegrationKeyState,
  KeyManager,
  KeysQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { namedBy } from '../catalog/namedBy';
import { afterTimeAndId, decodeCursor, encodeCursor } from '../history/cursor';
import type { KeyStore } from './KeyStore';

/** What the list of keys says of the catalog. */
export interface KeyCatalog {
  titlesOf(db: Knex, refs: readonly string[]): Promise<Map<string, string>>;
  ownedBy(db: Knex, ownerRefs: readonly string[]): Knex.QueryBuilder;
}

/** A source that keys are made for. */
export interface KeySource {
  id: string;
  title: string;
  /** Where its senders post to, beneath the plugin. */
  path: string;
}

/** Lists the keys that somebody may revoke. */
export class KeyReader {
  readonly #knex: Knex;
  readonly #keys: KeyStore;
  readonly #catalog: KeyCatalog;
  readonly #sources: { all(): KeySource[] };
  readonly #baseUrl: () => Promise<string>;

  constructor(options: {
    knex: Knex;
    keys: KeyStore;
    catalog: KeyCatalog;
    sources: { all(): KeySource[] };
    /** Where the plugin is, for those outside the portal. */
    baseUrl: () => Promise<string>;
  }) {
    this.#knex = options.knex;
    this.#keys = options.keys;
    this.#catalog = options.catalog;
    this.#sources = options.sources;
    this.#baseUrl = options.baseUrl;
  }

  async list(
    manager: KeyManager,
    { limit, cursor }: KeysQuery,
  ): Promise<IntegrationKeys> {
    const found = await this.#keys.list(this.#knex, {
      ...(!manager.managesSetup && { among: this.#ownOf(manager) }),
      ...(cursor && { after: decodeCursor(cursor, afterTimeAndId) }),
      most: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = shown[shown.length - 1];
    const groups = manager.ownershipRefs.filter(ref =>
      ref.startsWith('group:'),
    );
    const titles = await this.#catalog.titlesOf(this.#knex, [
      ...shown.map(({ forRef }) => forRef),
      ...groups,
    ]);
    const baseUrl = await this.#baseUrl();
    return {
      items: shown.map(key => this.#listed(key, titles)),
      nextCursor:
        found.length > limit && last
          ? encodeCursor([last.createdAt, last.id])
          : null,
      sources: this.#sources.all().map(({ id, title, path }) => ({
        id,
        title,
        url: `${baseUrl}${path}`,
      })),
      groups: groups
        .map(ref => namedBy(titles, ref))
        .sort((a, b) => a.title.localeCompare(b.title)),
      mayManageAll: manager.managesSetup,
    };
  }

  /** One key as the list shows it. */
  async show(key: IntegrationKeyState): Promise<IntegrationKey> {
    return this.#listed(
      key,
      await this.#catalog.titlesOf(this.#knex, [key.forRef]),
    );
  }

  #ownOf({ ownershipRefs }: KeyManager): (query: Knex.QueryBuilder) => void {
    return query =>
      query
        .whereIn('for_ref', [...ownershipRefs])
        .orWhereIn('for_ref', this.#catalog.ownedBy(this.#knex, ownershipRefs));
  }

  #listed(
    key: IntegrationKeyState,
    titles: ReadonlyMap<string, string>,
  ): IntegrationKey {
    const { id, name, createdAt, createdBy, revokedAt, revokedBy } = key;
    const source = this.#sources.all().find(known => known.id === key.source);
    return {
      id,
      name,
      source: { id: key.source, title: source?.title ?? key.source },
      for: namedBy(titles, key.forRef),
      createdAt,
      createdBy: { ref: createdBy.ref, title: createdBy.name },
      lastUsedAt: key.lastUsedAt ?? null,
      revoked:
        revokedAt && revokedBy
          ? {
              at: revokedAt,
              by: { ref: revokedBy.ref, title: revokedBy.name },
            }
          : null,
    };
  }
}
