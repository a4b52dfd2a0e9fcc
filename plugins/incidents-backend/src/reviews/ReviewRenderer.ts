import {
  stillAsks,
  type ReviewState,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import type { Confidence } from '../authorization';
import type {
  OutboxMessage,
  OutboxRenderer,
  RenderedMessage,
} from '../delivery';
import { INCIDENTS_TOPIC } from '../incidents/IncidentRenderer';
import type { IncidentStore } from '../incidents/IncidentStore';
import { REVIEW } from './kind';
import type { ReviewNoticePayload } from './noticeRows';
import type { ReviewEventStore, StoredReviewEvent } from './ReviewEventStore';
import type { ReviewStore } from './ReviewStore';
import { reviewWords } from './reviewWords';

/** Finds the words of a notice when it is sent, so that it says what is true then. */
export class ReviewRenderer implements OutboxRenderer {
  readonly #knex: Knex;
  readonly #incidents: IncidentStore;
  readonly #reviews: ReviewStore;
  readonly #events: ReviewEventStore;
  readonly #confidence: Pick<Confidence, 'includes'>;
  readonly #zone: string;

  constructor(options: {
    knex: Knex;
    incidents: IncidentStore;
    reviews: ReviewStore;
    events: ReviewEventStore;
    confidence: Pick<Confidence, 'includes'>;
    /** Of the days that it names. */
    zone: string;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#reviews = options.reviews;
    this.#events = options.events;
    this.#confidence = options.confidence;
    this.#zone = options.zone;
  }

  /** Undefined where it has nothing to say any more, or nothing that this person may know. */
  async render({
    subjectId,
    kind,
    recipient,
    payload,
  }: OutboxMessage): Promise<RenderedMessage | undefined> {
    const { sequence, as } = payload as ReviewNoticePayload;
    const [incident, review, found] = await Promise.all([
      this.#incidents.state(this.#knex, subjectId),
      this.#reviews.get(this.#knex, subjectId),
      this.#events.withTexts(this.#knex, subjectId, [sequence]),
    ]);
    const event = found.get(sequence);
    if (!incident || !review || !event || isOutdated(event, review)) {
      return undefined;
    }
    // Somebody may be asked to a meeting about what is private.
    if (
      !recipient ||
      !(await this.#confidence.includes(recipient.ref, [subjectId]))
    ) {
      return undefined;
    }
    const scope = `${REVIEW}:${subjectId}`;
    return {
      topic: INCIDENTS_TOPIC,
      ...reviewWords(event, as, { incident, review, zone: this.#zone }),
      severity: kind === 'page' ? 'high' : 'normal',
      link: `/incidents/INC-${incident.number}/review`,
      scope: kind === 'page' ? `${scope}:page` : scope,
    };
  }
}

/** What a clock asked for may be done by the time it is sent. */
function isOutdated(event: StoredReviewEvent, review: ReviewState): boolean {
  return event.type === 'clock-fired' && !stillAsks(event.data.clock, review);
}
