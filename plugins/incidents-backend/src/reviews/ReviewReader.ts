import type {
  IncidentPolicy,
  IncidentState,
  ReviewAnswer,
  SectionVersion,
  TimelineEvent,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  untouchedReview,
  type ReviewPolicy,
  type ReviewState,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { IncidentActions } from '../actions/IncidentActions';
import type { Access } from '../authorization';
import type { IncidentReader } from '../history/IncidentReader';
import type { EventStore } from '../incidents/EventStore';
import type { FactorMemory } from './FactorMemory';
import { reviewAnswerOf, type PersonRow } from './reviewAnswer';
import type { ReviewEventStore } from './ReviewEventStore';
import type { ReviewStore } from './ReviewStore';
import { sequencesIn, versionOf, WrittenTexts } from './WrittenTexts';

/** A review, and the timeline of its incident. */
export interface ReviewMaterial {
  answer: ReviewAnswer;
  /** Oldest first. */
  timeline: TimelineEvent[];
}

/** Reads one review, drafted from its incident as far as nobody has written anything. */
export class ReviewReader {
  readonly #knex: Knex;
  readonly #incidents: IncidentReader;
  readonly #timelines: EventStore;
  readonly #reviews: ReviewStore;
  readonly #events: ReviewEventStore;
  readonly #factors: FactorMemory;
  readonly #actions: IncidentActions;
  readonly #incidentPolicy: IncidentPolicy;
  readonly #policy: ReviewPolicy;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    incidents: IncidentReader;
    timelines: EventStore;
    reviews: ReviewStore;
    events: ReviewEventStore;
    factors: FactorMemory;
    actions: IncidentActions;
    incidentPolicy: IncidentPolicy;
    policy: ReviewPolicy;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#timelines = options.timelines;
    this.#reviews = options.reviews;
    this.#events = options.events;
    this.#factors = options.factors;
    this.#actions = options.actions;
    this.#incidentPolicy = options.incidentPolicy;
    this.#policy = options.policy;
    this.#now = options.now;
  }

  /** @throws NotFoundError also where the incident exists but may not be known of */
  async get(access: Access, idOrNumber: string): Promise<ReviewAnswer> {
    return (await this.material(access, idOrNumber)).answer;
  }

  /** @throws NotFoundError also where the incident exists but may not be known of */
  async material(access: Access, idOrNumber: string): Promise<ReviewMaterial> {
    const incident = await this.#incidents.get(access, idOrNumber);
    const { id } = incident;
    const now = this.#now.now();
    const [row, people, timeline, kept, actions]: [
      { state: string },
      PersonRow[],
      TimelineEvent[],
      ReviewState | undefined,
      number,
    ] = await Promise.all([
      this.#knex('incidents').where({ id }).first('state'),
      this.#knex('incident_people')
        .where({ incident_id: id })
        .orderBy('since')
        .select('role', 'person_ref', 'name'),
      this.#timelines.timeline(this.#knex, id),
      this.#reviews.get(this.#knex, id),
      this.#actions.count(this.#knex, id),
    ]);
    const state: IncidentState = JSON.parse(row.state);
    const review = kept ?? untouchedReview(id, incident.declaredAt);
    const [written, memory] = await Promise.all([
      this.#events.withTexts(this.#knex, id, sequencesIn(review)),
      this.#factors.of(
        access,
        incident,
        review.factors.map(({ tag }) => tag),
      ),
    ]);
    return {
      timeline,
      answer: reviewAnswerOf({
        access,
        incident,
        state,
        people,
        timeline,
        review,
        texts: new WrittenTexts(written),
        memory,
        actions,
        incidentPolicy: this.#incidentPolicy,
        policy: this.#policy,
        now,
      }),
    };
  }

  /** The texts of a section, the newest first. */
  async versions(
    access: Access,
    idOrNumber: string,
    section: string,
    { before, limit }: { before?: number; limit: number },
  ): Promise<{ items: SectionVersion[]; next?: number }> {
    const { id } = await this.#incidents.get(access, idOrNumber);
    const events = await this.#events.textsOfSection(this.#knex, id, section, {
      before,
      limit: limit + 1,
    });
    const shown = events.slice(0, limit);
    return {
      items: shown.map(versionOf),
      ...(events.length > limit && { next: shown[limit - 1].sequence }),
    };
  }
}
