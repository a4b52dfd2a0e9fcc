import type { ReviewDocument } from '@linchpin/backstage-plugin-incidents-common';
import {
  documentOf,
  markdownOf,
  type DocumentOptions,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { ActionReader } from '../actions';
import type { Access } from '../authorization';
import type { ReviewReader } from './ReviewReader';

/** Publishes reviews: what is in a document for whom is decided here, not where it is shown. */
export class ReviewDocumentReader {
  readonly #reviews: ReviewReader;
  readonly #actions: Pick<ActionReader, 'ofIncident'>;
  readonly #zone: string;

  constructor(options: {
    reviews: ReviewReader;
    actions: Pick<ActionReader, 'ofIncident'>;
    /** Of the times that it names. */
    zone: string;
  }) {
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
    const actions = await this.#actions.ofIncident(access, id);
    const content = documentOf(
      {
        review: answer,
        timeline,
        actions: actions.map(({ responsible, ...action }) => ({
          ...action,
          responsible: responsible?.title ?? null,
        })),
      },
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
