import type { NamedRef } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { entities, toEntity, type DirectoryEntity } from './DirectoryReader';

/** Reads what suffers when something else does. */
export class DependencyReader {
  /** What each of the entities depends on, by title; what the catalog does not have is left out. */
  async dependenciesOf(
    db: Knex,
    entityRefs: readonly string[],
  ): Promise<Map<string, NamedRef[]>> {
    const rows = await db('directory_relations as r')
      .join('directory_entities as e', 'e.entity_ref', 'r.target_ref')
      .whereIn('r.source_ref', [...entityRefs])
      .where('r.type', 'depends-on')
      .whereNull('e.gone_at')
      .orderBy('e.title')
      .orderBy('e.entity_ref')
      .distinct('r.source_ref', 'e.entity_ref', 'e.title');
    const dependencies = new Map<string, NamedRef[]>();
    for (const { source_ref, entity_ref: ref, title } of rows) {
      const known = dependencies.get(source_ref) ?? [];
      dependencies.set(source_ref, [...known, { ref, title }]);
    }
    return dependencies;
  }

  /** What depends on the entity, with its owner, by title. */
  async dependantsOf(db: Knex, entityRef: string): Promise<DirectoryEntity[]> {
    const rows = await entities(db)
      .whereIn('e.entity_ref', dependantRefs(db, entityRef))
      .orderBy('e.title')
      .orderBy('e.entity_ref');
    return rows.map(toEntity);
  }

  /** How many entities in production depend on it directly; an API that it provides is none. */
  async productionDependants(db: Knex, entityRef: string): Promise<number> {
    const [{ count }] = await dependants(db, entityRef)
      .where({ lifecycle: 'production' })
      .whereNot({ kind: 'api' })
      .count({ count: '*' });
    return Number(count);
  }
}

function dependants(db: Knex, entityRef: string) {
  return db('directory_entities')
    .whereIn('entity_ref', dependantRefs(db, entityRef))
    .whereNull('gone_at');
}

function dependantRefs(db: Knex, entityRef: string) {
  return db('directory_relations')
    .where({ target_ref: entityRef, type: 'depends-on' })
    .select('source_ref');
}
