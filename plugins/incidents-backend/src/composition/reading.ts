import type {
  IncidentPolicy,
  RoutingPolicy,
} from '@linchpin/backstage-plugin-incidents-common';
import type { ReviewPolicy } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { ActionReader } from '../actions';
import { FollowedActionReader } from '../actions/FollowedActionReader';
import { FollowThroughReader } from '../actions/FollowThroughReader';
import { PreventingReader } from '../actions/PreventingReader';
import type { Confidence } from '../authorization';
import type { CatalogDirectory } from '../catalog';
import type { ChangeReader } from '../changes';
import { DigestReader } from '../digest';
import { PlannedOnce } from '../database/PlannedOnce';
import { EntityNames } from '../history/EntityNames';
import { EntityReader } from '../history/EntityReader';
import { EntityTally } from '../history/EntityTally';
import { FactsReader } from '../history/FactsReader';
import { FiguresReader } from '../history/FiguresReader';
import { HistoryReader } from '../history/HistoryReader';
import { IncidentDetailReader } from '../history/IncidentDetailReader';
import { IncidentReader } from '../history/IncidentReader';
import { IncidentResources } from '../history/IncidentResources';
import { RecordReader } from '../history/RecordReader';
import { ScopeReader } from '../history/ScopeReader';
import type { HistorySettings } from '../history/settings';
import { SearchDocumentReader } from '../history/SearchDocumentReader';
import { TimelineReader } from '../history/TimelineReader';
import { InboxReader } from '../inbox/InboxReader';
import { teamDirectory } from '../inbox/teamDirectory';
import { InsightsReader } from '../insights/InsightsReader';
import { NoiseReader } from '../insights/NoiseReader';
import { ReadinessReader } from '../insights/ReadinessReader';
import { ReportPreviewReader } from '../report/ReportPreviewReader';
import { FactorReader } from '../reviews/FactorReader';
import { composeReviewReading, ReviewGlance } from '../reviews';
import {
  EntityContextBuilder,
  EntityContexts,
  LabelCandidates,
  OwnerlessEntities,
  VisibleCandidates,
  type EntityMatcher,
  type RoutingService,
} from '../routing';

import type { composeWriting } from './writing';

/** The parts that answer questions, over the tables of all rooms. */
export function composeReading(options: {
  knex: Knex;
  now: NowService;
  policy: IncidentPolicy;
  history: HistorySettings;
  routingPolicy: RoutingPolicy;
  directory: CatalogDirectory;
  routing: RoutingService;
  matcher: EntityMatcher;
  writing: ReturnType<typeof composeWriting>;
  confidence: Confidence;
  reviewPolicy: ReviewPolicy;
  changes: ChangeReader;
}) {
  const { knex, now, policy, directory, routing, matcher } = options;
  const { changes, writing } = options;
  const { events } = writing;
  const incidents = new IncidentReader(knex, policy);
  const contexts = new EntityContexts({
    knex,
    directory,
    builder: new EntityContextBuilder({ knex, directory, routing }),
    now,
  });
  const planned = new PlannedOnce(knex);
  const tally = new EntityTally({ knex, planned, now });
  const entities = new EntityReader({
    knex,
    planned,
    incidents,
    contexts,
    tally,
  });
  const scopes = new ScopeReader(directory);
  const actions = new ActionReader({ knex, incidents, scopes, now });
  const names = new EntityNames({ knex, directory });
  const ownerless = new OwnerlessEntities({
    knex,
    directory,
    policy: options.routingPolicy,
  });
  const noise = new NoiseReader({ knex, names });
  const preventing = new PreventingReader({ knex, now });
  const followedActions = new FollowedActionReader(knex);
  const figuring = {
    records: new RecordReader({ knex, now }),
    names,
    policy,
    settings: options.history,
    now,
  };
  return {
    incidents,
    actions,
    contexts,
    entities,
    scopes,
    names,
    ownerless,
    digests: new DigestReader({ ...figuring, knex, noise }),
    facts: new FactsReader({ ...figuring, entities, tally }),
    factors: new FactorReader({ ...figuring, knex, scopes }),
    followThrough: new FollowThroughReader({
      ...figuring,
      knex,
      actions: followedActions,
      scopes,
    }),
    insights: new InsightsReader({
      ...figuring,
      scopes,
      noise,
      readiness: new ReadinessReader({ knex, directory, ownerless, now }),
    }),
    histories: new HistoryReader({
      knex,
      incidents,
      entities,
      scopes,
      tally,
      figures: new FiguresReader({
        ...figuring,
        deployments: changes,
        actions: followedActions,
      }),
    }),
    details: new IncidentDetailReader({
      knex,
      reader: incidents,
      candidates: new VisibleCandidates(
        new LabelCandidates(matcher),
        directory.picker,
      ),
      actions,
      changes,
      preventing,
      reviews: new ReviewGlance({ knex, reviews: writing.reviews.reviews }),
      policy,
      now,
    }),
    reviews: composeReviewReading({
      knex,
      now,
      policy: options.reviewPolicy,
      incidentPolicy: policy,
      incidents,
      incidentStore: writing.incidents,
      confidence: options.confidence,
      actions,
      timelines: events,
      reviews: writing.reviews.reviews,
      events: writing.reviews.events,
    }),
    resources: new IncidentResources(knex),
    searchDocuments: new SearchDocumentReader(knex, policy),
    timelines: new TimelineReader({ knex, events, changes }),
    inbox: new InboxReader({
      knex,
      incidents,
      teams: teamDirectory(directory),
    }),
    previews: new ReportPreviewReader({ entities, routing, preventing }),
  };
}
