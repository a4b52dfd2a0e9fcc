import type {
  EntitySnapshot,
  NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';

/** An entity of the directory, as it is read. */
export interface DirectoryEntity {
  entityRef: string;
  uid?: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  type?: string;
  lifecycle?: string;
  tier?: string;
  ownerRef?: string;
  ownerTitle?: string;
  partOfRef?: string;
  parentRef?: string;
  alertName?: string;
}

/** What an entity may be known by. */
export interface EntityNames {
  entityRefs: readonly string[];
  names: readonly string[];
  alertNames: readonly string[];
}

interface EntityRow {
  entity_ref: string;
  uid: string | null;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  type: string | null;
  lifecycle: string | null;
  tier: string | null;
  owner_ref: string | null;
  owner_title: string | null;
  part_of_ref: string | null;
  parent_ref: string | null;
  alert_name: string | null;
}

/** Kinds that something can be wrong with. */
export const FALLIBLE_KINDS = [
  'component',
  'resource',
  'api',
  'system',
  'domain',
];

const REFS_PER_QUERY = 500;

/** Of what many are called, so many are found. */
const FOUND_OF_EACH = 200;

/** Reads entities that the catalog has, by whatever they are known by. */
export class DirectoryReader {
  async byRefs(
    db: Knex,
    refs: readonly string[],
  ): Promise<Map<string, DirectoryEntity>> {
    const found = new Map<string, DirectoryEntity>();
    for (const part of chunks(refs, REFS_PER_QUERY)) {
      for (const row of await entities(db).whereIn('e.entity_ref', part)) {
        found.set(row.entity_ref, toEntity(row));
      }
    }
    return found;
  }

  /** Entities known by one of these names, those of the default namespace first. */
  async known(db: Knex, by: EntityNames): Promise<DirectoryEntity[]> {
    // Only what is asked for: SQLite reads them all where one of several is no piece of an index.
    const asked = [
      { column: 'e.entity_ref', values: by.entityRefs },
      { column: 'e.name', values: by.names },
      { column: 'e.alert_name', values: by.alertNames },
    ].filter(({ values }) => values.length > 0);
    if (asked.length === 0) {
      return [];
    }
    const rows = await entities(db)
      .where(any =>
        asked.forEach(({ column, values }) =>
          any.orWhereIn(column, [...values]),
        ),
      )
      .orderByRaw("case when e.namespace = 'default' then 0 else 1 end")
      .orderBy('e.entity_ref')
      .limit(FOUND_OF_EACH * asked.flatMap(({ values }) => values).length);
    return rows.map(toEntity);
  }

  /** Refs of the entities that any of these groups and users owns, for another query to ask. */
  ownedBy(db: Knex, ownerRefs: readonly string[]): Knex.QueryBuilder {
    return db('directory_entities')
      .whereIn('owner_ref', [...ownerRefs])
      .whereNull('gone_at')
      .select('entity_ref');
  }

  /** The parents that groups had which are gone now. */
  async formerParents(
    db: Knex,
    refs: readonly string[],
  ): Promise<Map<string, string>> {
    const parents = new Map<string, string>();
    for (const part of chunks(refs, REFS_PER_QUERY)) {
      const rows = await db('directory_entities')
        .whereIn('entity_ref', part)
        .whereNotNull('gone_at')
        .whereNotNull('parent_ref')
        .select('entity_ref', 'parent_ref');
      for (const row of rows) {
        parents.set(row.entity_ref, row.parent_ref);
      }
    }
    return parents;
  }

  /** Those of the refs that the catalog had and has no more. */
  async gone(db: Knex, refs: readonly string[]): Promise<Set<string>> {
    const gone = new Set<string>();
    for (const part of chunks(refs, REFS_PER_QUERY)) {
      const found: string[] = await db('directory_entities')
        .whereIn('entity_ref', part)
        .whereNotNull('gone_at')
        .pluck('entity_ref');
      found.forEach(ref => gone.add(ref));
    }
    return gone;
  }

  /** The refs of all that something can be wrong with, some at a time. */
  async *inPortions(db: Knex, size: number): AsyncIterable<string[]> {
    for (let after = ''; ;) {
      const rows: { entity_ref: string }[] = await db('directory_entities')
        .whereIn('kind', FALLIBLE_KINDS)
        .whereNull('gone_at')
        .where('entity_ref', '>', after)
        .orderBy('entity_ref')
        .limit(size)
        .select('entity_ref');
      if (rows.length === 0) {
        return;
      }
      yield rows.map(row => row.entity_ref);
      after = rows[rows.length - 1].entity_ref;
    }
  }

  /** Components of which nobody wrote down what to do: how many, of how many, and the first by title. */
  async withoutRunbook(
    db: Knex,
    limit: number,
  ): Promise<{ total: number; of: number; items: NamedRef[] }> {
    const components = () =>
      db('directory_entities').where('kind', 'component').whereNull('gone_at');
    const [{ of, total }] = await components()
      .count({ of: '*' })
      .sum({ total: db.raw('case when has_runbook then 0 else 1 end') });
    const items = await components()
      .where('has_runbook', false)
      .orderBy(['search_title', 'entity_ref'])
      .limit(limit)
      .select({ ref: 'entity_ref', title: 'title' });
    return { total: Number(total), of: Number(of), items };
  }

  /** Titles, also of what is gone. A ref that was never seen is missing. */
  async titlesOf(
    db: Knex,
    refs: readonly string[],
  ): Promise<Map<string, string>> {
    const titles = new Map<string, string>();
    for (const part of chunks([...new Set(refs)], REFS_PER_QUERY)) {
      const rows = await db('directory_entities')
        .whereIn('entity_ref', part)
        .select('entity_ref', 'title');
      for (const row of rows) {
        titles.set(row.entity_ref, row.title);
      }
    }
    return titles;
  }

  /** Entities as they are written down on an incident; what the catalog does not have is missing. */
  async snapshots(
    db: Knex,
    refs: readonly string[],
  ): Promise<Map<string, EntitySnapshot>> {
    const found = await this.byRefs(db, refs);
    return new Map(
      [...found].map(([ref, { uid, title, ownerRef }]) => [
        ref,
        { ref, ...(uid && { uid }), title, ...(ownerRef && { ownerRef }) },
      ]),
    );
  }
}

/** Entities that are not gone, with the title of their owner. */
export function entities(db: Knex): Knex.QueryBuilder<{}, EntityRow[]> {
  return db('directory_entities as e')
    .leftJoin('directory_entities as o', 'o.entity_ref', 'e.owner_ref')
    .whereNull('e.gone_at')
    .select<EntityRow[]>(
      'e.entity_ref',
      'e.uid',
      'e.kind',
      'e.namespace',
      'e.name',
      'e.title',
      'e.type',
      'e.lifecycle',
      'e.tier',
      'e.owner_ref',
      'o.title as owner_title',
      'e.part_of_ref',
      'e.parent_ref',
      'e.alert_name',
    );
}

export function toEntity(row: EntityRow): DirectoryEntity {
  return {
    entityRef: row.entity_ref,
    uid: row.uid ?? undefined,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    tier: row.tier ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    ownerTitle: row.owner_title ?? undefined,
    partOfRef: row.part_of_ref ?? undefined,
    parentRef: row.parent_ref ?? undefined,
    alertName: row.alert_name ?? undefined,
  };
}
