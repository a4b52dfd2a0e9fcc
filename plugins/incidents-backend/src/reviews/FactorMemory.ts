import type {
  Incident,
  ReviewAnswer,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  USUAL_FACTORS,
  type FactorTag,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import { toInstant, type StoredInstant } from '../database/instant';
import { readableOf, type Reading } from '../history/incidentQuery';
import { numberOf } from '../history/incidentRows';

const TAGS_SHOWN = 50;

/** Tags are looked for in the latest reviews: it is asked with each text that is written. */
const REVIEWS_REMEMBERED = 500;

const SEEN_IN = 10;

/** What an organisation knows of a factor from its other reviews. */
export interface RememberedFactors {
  /** To choose from: those used lately, most used first, then the usual ones. */
  tags: FactorTag[];
  /** Other incidents of the same entity, by tag, the newest first. */
  seenIn: Map<FactorTag, ReviewAnswer['factors'][number]['seenIn']>;
}

/** Remembers the factors of other reviews, as far as the request may read their incidents. */
export class FactorMemory {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async of(
    access: Reading,
    incident: Pick<Incident, 'id' | 'entityRef'>,
    tags: readonly FactorTag[],
  ): Promise<RememberedFactors> {
    const [used, seen] = await Promise.all([
      this.#usedTags(access),
      this.#seen(access, incident, [...new Set(tags)]),
    ]);
    return { tags: [...new Set([...used, ...USUAL_FACTORS])], seenIn: seen };
  }

  async #usedTags(access: Reading): Promise<FactorTag[]> {
    const latest = this.#named()
      .whereIn(
        'f.incident_id',
        this.#knex('reviews')
          .orderBy('since', 'desc')
          .limit(REVIEWS_REMEMBERED)
          .select('incident_id'),
      )
      .select('f.tag');
    return readableOf(this.#knex, access, latest)
      .groupBy('incidents.tag')
      .orderByRaw('count(*) desc')
      .orderBy('incidents.tag')
      .limit(TAGS_SHOWN)
      .pluck('incidents.tag');
  }

  async #seen(
    access: Reading,
    { id, entityRef }: Pick<Incident, 'id' | 'entityRef'>,
    tags: readonly FactorTag[],
  ): Promise<RememberedFactors['seenIn']> {
    const seen: RememberedFactors['seenIn'] = new Map();
    if (!entityRef || tags.length === 0) {
      return seen;
    }
    const ofEntity = this.#named()
      .whereIn('f.tag', [...tags])
      .where('incidents.entity_ref', entityRef)
      .whereNot('incidents.id', id)
      .distinct('f.tag')
      .select('incidents.number', 'incidents.title', 'incidents.declared_at');
    const rows: {
      tag: FactorTag;
      number: number;
      title: string;
      declared_at: StoredInstant;
    }[] = await readableOf(this.#knex, access, ofEntity)
      .orderBy('incidents.declared_at', 'desc')
      .limit(SEEN_IN * tags.length)
      .select(
        'incidents.tag',
        'incidents.number',
        'incidents.title',
        'incidents.declared_at',
      );
    for (const { tag, number, title, declared_at: at } of rows) {
      const before = seen.get(tag) ?? [];
      if (before.length < SEEN_IN) {
        seen.set(tag, [
          ...before,
          { number: numberOf({ number }), title, at: toInstant(at) },
        ]);
      }
    }
    return seen;
  }

  #named(): Knex.QueryBuilder {
    return this.#knex('incidents').join(
      'review_factors as f',
      'f.incident_id',
      'incidents.id',
    );
  }
}
