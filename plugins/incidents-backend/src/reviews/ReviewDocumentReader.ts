import type { ReviewDocument } from '@linchpin/backstage-plugin-incidents-common';
import {
  documentOf,
  markdownOf,
  type DocumentOptions,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import type { IncidentActions } from '../actions/IncidentActions';
import type { Access } from '../authorization';
import type { ReviewReader } from './ReviewReader';

/** Publishes reviews: what is in a document for whom is decided here, not where it is shown. */
export class ReviewDocumentReader {
  readonly #knex: Knex;
  readonly #reviews: ReviewReader;
  readonly #actions: IncidentActions;
  readonly #zone: string;

  constructor(options: {
    knex: Knex;
    reviews: ReviewReader;
    actions: IncidentActions;
    /** Of the times that it names. */
    zone: string;
  }) {
    this.#knex = options.knex;
    this.#reviews = options.reviews;
    this.#actions = options.actions;
    this.#zone = options.zone;
  }

  /** @throws NotFoundError also where the incident exists but may not be known of */
  async get(
    access: Access,
    idOrNumber: string,
    { audience, language }: Pick<DocumentOptions, 'audience' | 'language'>,
  ): Promise<ReviewDocument> {
    const { answer, timeline } = await this.#reviews.material(
      access,
      idOrNumber,
    );
    const { id, number } = answer.incident;
    const actions = await this.#actions.named(this.#knex, access, id);
    const content = documentOf(
      { review: answer, timeline, actions },
      { audience, language, zone: this.#zone },
    );
    return {
      markdown: markdownOf(content),
      fileName: `${number}-review.md`,
      audience,
      status: answer.status,
    };
  }
}
