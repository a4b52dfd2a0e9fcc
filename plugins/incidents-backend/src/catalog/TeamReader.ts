import type { NamedRef } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';

/** Reads the hierarchy of groups. */
export class TeamReader {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Of somebody's ownership refs the groups, and all groups below them, by title. */
  async teamsOf(
    ownershipRefs: readonly string[],
  ): Promise<{ own: NamedRef[]; below: NamedRef[] }> {
    const own = new Set(
      ownershipRefs
        .map(ref => ref.toLocaleLowerCase('en-US'))
        .filter(ref => ref.startsWith('group:')),
    );
    if (own.size === 0) {
      return { own: [], below: [] };
    }
    const groups: NamedRef[] = await this.#knex
      .withRecursive('below', ['group_ref'], union =>
        union
          .select('entity_ref')
          .from('directory_entities')
          .whereIn('entity_ref', [...own])
          .union(deeper =>
            deeper
              .select('r.source_ref')
              .from('directory_relations as r')
              .join('below', 'below.group_ref', 'r.target_ref')
              .where('r.type', 'child-of'),
          ),
      )
      .from('below')
      .join('directory_entities as e', 'e.entity_ref', 'below.group_ref')
      .whereNull('e.gone_at')
      .orderBy('e.title')
      .orderBy('e.entity_ref')
      .select({ ref: 'e.entity_ref', title: 'e.title' });
    return {
      own: groups.filter(({ ref }) => own.has(ref)),
      below: groups.filter(({ ref }) => !own.has(ref)),
    };
  }

  /** The groups that a person is a direct member of, by title. */
  async groupsOf(userRef: string): Promise<NamedRef[]> {
    return this.#knex('directory_relations as r')
      .join('directory_entities as e', 'e.entity_ref', 'r.target_ref')
      .where({ 'r.source_ref': userRef, 'r.type': 'member-of' })
      .whereNull('e.gone_at')
      .orderBy('e.title')
      .orderBy('e.entity_ref')
      .select({ ref: 'e.entity_ref', title: 'e.title' });
  }
}
