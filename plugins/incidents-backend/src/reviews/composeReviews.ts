import type { IncidentPolicy } from '@linchpin/backstage-plugin-incidents-common';
import type { ReviewPolicy } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { ActionReader } from '../actions';
import { IncidentActions } from '../actions/IncidentActions';
import type { Confidence } from '../authorization';
import type { ClockStore } from '../clocks';
import type { IncidentReader } from '../history/IncidentReader';
import type { CommitHints } from '../incidents/CommitHints';
import type { EventStore } from '../incidents/EventStore';
import type { IncidentStore } from '../incidents/IncidentStore';
import type { NoticeOutbox } from '../incidents/neighbours';
import { FactorMemory } from './FactorMemory';
import { ReviewClockHandler } from './ReviewClockHandler';
import { ReviewDocumentReader } from './ReviewDocumentReader';
import { ReviewEventStore } from './ReviewEventStore';
import { ReviewFollower } from './ReviewFollower';
import { ReviewListReader } from './ReviewListReader';
import { ReviewReader } from './ReviewReader';
import { ReviewRenderer } from './ReviewRenderer';
import { ReviewService, type KnownPeople } from './ReviewService';
import { ReviewStore } from './ReviewStore';
import { ReviewWriter } from './ReviewWriter';

/** The parts that change reviews, for one source of time and one outbox. */
export function composeReviewWriting(options: {
  knex: Knex;
  now: NowService;
  policy: ReviewPolicy;
  clocks: ClockStore;
  outbox: NoticeOutbox;
  incidents: IncidentStore;
  people: KnownPeople;
  confidence: Confidence;
  hints: CommitHints;
}) {
  const { incidents, hints } = options;
  const reviews = new ReviewStore();
  const events = new ReviewEventStore();
  const writer = new ReviewWriter({
    ...options,
    reviews,
    events,
    actions: new IncidentActions(),
  });
  return {
    reviews,
    events,
    follower: new ReviewFollower(writer),
    clockHandler: new ReviewClockHandler({ incidents, writer, hints }),
    service: new ReviewService({ ...options, writer }),
  };
}

/** The parts that answer questions about reviews, and find the words of their notices. */
export function composeReviewReading(options: {
  knex: Knex;
  now: NowService;
  policy: ReviewPolicy;
  incidentPolicy: IncidentPolicy;
  incidents: IncidentReader;
  incidentStore: IncidentStore;
  actions: ActionReader;
  confidence: Confidence;
  timelines: EventStore;
  reviews: ReviewStore;
  events: ReviewEventStore;
}) {
  const { knex, policy } = options;
  const counted = new IncidentActions();
  const reader = new ReviewReader({
    ...options,
    factors: new FactorMemory(knex),
    actions: counted,
  });
  return {
    reader,
    lists: new ReviewListReader({ ...options, actions: counted }),
    documents: new ReviewDocumentReader({
      reviews: reader,
      actions: options.actions,
      zone: policy.zone,
    }),
    renderer: new ReviewRenderer({
      ...options,
      incidents: options.incidentStore,
      zone: policy.zone,
    }),
  };
}
