import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { namedPerson } from '../history/incidentRows';
import type { ReviewStore } from './ReviewStore';

/** What the page of an incident says of its review. */
export class ReviewGlance {
  readonly #knex: Knex;
  readonly #reviews: ReviewStore;

  constructor(options: { knex: Knex; reviews: ReviewStore }) {
    this.#knex = options.knex;
    this.#reviews = options.reviews;
  }

  async of(incidentId: string): Promise<IncidentDetail['review']> {
    const review = await this.#reviews.get(this.#knex, incidentId);
    return {
      status: review?.status ?? 'not-needed',
      required: review?.required ?? false,
      owner: namedPerson(review?.owner),
      draftDueAt: review?.draftDueAt ?? null,
    };
  }
}
