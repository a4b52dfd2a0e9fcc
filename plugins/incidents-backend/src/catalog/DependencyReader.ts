import type { NamedRef } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';

/** Reads what suffers when something else does. */
export class DependencyReader {
  /** What the entity depends on, by title; what the catalog does not have is left out. */
  async dependenciesOf(db: Knex, entityRef: string): Promise<NamedRef[]> {
    return db('directory_entities')
      .whereIn(
        'entity_ref',
        db('directory_relations')
          .where({ source_ref: entityRef, type: 'depends-on' })
          .select('target_ref'),
      )
      .whereNull('gone_at')
      .orderBy('title')
      .orderBy('entity_ref')
      .select({ ref: 'entity_ref', title: 'title' });
  }

  /** What depends on the entity, by title. */
  async dependantsOf(db: Knex, entityRef: string): Promise<NamedRef[]> {
    return dependants(db, entityRef)
      .orderBy('title')
      .orderBy('entity_ref')
      .select({ ref: 'entity_ref', title: 'title' });
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
    .whereIn(
      'entity_ref',
      db('directory_relations')
        .where({ target_ref: entityRef, type: 'depends-on' })
        .select('source_ref'),
    )
    .whereNull('gone_at');
}
