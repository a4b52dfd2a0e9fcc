import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { IncidentPolicy } from '@linchpin/backstage-plugin-incidents-common';
import type { ActionPolicy } from '@linchpin/backstage-plugin-incidents-common/actions';
import type { ReviewPolicy } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Playback } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import {
  ACTION,
  ActionReader,
  ActionTrackers,
  composeActions,
} from '../actions';
import {
  composeAlerts,
  type AlertsSettings,
  type AlertSources,
} from '../alerts';
import { Confidence } from '../authorization';
import type { CatalogDirectory } from '../catalog';
import { composeChanges, type ChangesSettings } from '../changes';
import { ClockEngine, ClockMetrics, ClockStore } from '../clocks';
import { composeWriting } from '../composition/writing';
import { withoutWaitingForDisk } from '../database/dialect';
import { IncidentReader } from '../history/IncidentReader';
import { IncidentResources } from '../history/IncidentResources';
import { ScopeReader } from '../history/ScopeReader';
import { CommitHints } from '../incidents/CommitHints';
import { IncidentClockHandler } from '../incidents/IncidentClockHandler';
import { INCIDENT } from '../incidents/neighbours';
import { REVIEW } from '../reviews';
import type { EntityMatcher, RoutingService } from '../routing';
import { incidentsOfDelivery } from './incidentsOfDelivery';
import { IncidentStage, isUntouched } from './IncidentStage';
import { silentMetrics, silentOutbox } from './silent';
import { StageTime } from './StageTime';

/** Before everything that is ever played. */
const BEGINNING = '1970-01-01T00:00:00.000Z';

/** What the stage shares with the present. */
export interface PlaybackSurroundings {
  knex: Knex;
  logger: LoggerService;
  policy: IncidentPolicy;
  reviewPolicy: ReviewPolicy;
  actionPolicy: ActionPolicy;
  directory: CatalogDirectory;
  routing: RoutingService;
  matcher: EntityMatcher;
  sources: AlertSources;
  alertsSettings: AlertsSettings;
  changesSettings: ChangesSettings;
}

/**
 * Plays a past into the database, where it is empty; nobody waits for an answer
 * meanwhile. The present goes on also where that fails.
 */
export async function play(
  playback: Playback,
  now: string,
  surroundings: PlaybackSurroundings,
): Promise<void> {
  const { knex, logger } = surroundings;
  if (!(await isUntouched(knex))) {
    return;
  }
  try {
    await withoutWaitingForDisk(knex, () =>
      playback.play(composeStage(surroundings), now),
    );
  } catch (error) {
    logger.error('The past could not be played to its end', toError(error));
  }
}

function composeStage(surroundings: PlaybackSurroundings): IncidentStage {
  const { knex, logger, policy, directory, routing, matcher } = surroundings;
  const now = new StageTime(BEGINNING);
  const hints = new CommitHints();
  const clocks = new ClockStore();
  const changes = composeChanges({
    knex,
    settings: surroundings.changesSettings,
    directory,
    entities: routing,
    now,
  });
  const confidence = new Confidence({ knex, teams: directory.teams });
  const writing = composeWriting({
    knex,
    now,
    policy,
    reviewPolicy: surroundings.reviewPolicy,
    actionPolicy: surroundings.actionPolicy,
    clocks,
    outbox: silentOutbox,
    routing,
    confidence,
    changes: changes.reader,
    hints,
  });
  const { incidents, writer, service, reviews } = writing;
  const engine = new ClockEngine({
    knex,
    clocks,
    now,
    metrics: new ClockMetrics({ metrics: silentMetrics, knex, clocks, now }),
    logger,
  });
  engine.register(
    INCIDENT,
    new IncidentClockHandler({ incidents, writer, hints }),
  );
  engine.register(REVIEW, reviews.clockHandler);
  const reader = new IncidentReader(knex, policy);
  const actions = composeActions({
    knex,
    policy: surroundings.actionPolicy,
    writing: writing.actions,
    confidence,
    directory,
    routing,
    incidents: reader,
    resources: new IncidentResources(knex),
    reading: new ActionReader({
      knex,
      incidents: reader,
      scopes: new ScopeReader(directory),
      now,
    }),
    // What is played is in no tracker.
    trackers: new ActionTrackers(),
    entities: directory.annotations,
    portalUrl: '',
    hints,
    now,
    logger,
  });
  engine.register(ACTION, actions.clocks);
  const { intake, processor } = composeAlerts({
    knex,
    settings: surroundings.alertsSettings,
    sources: surroundings.sources,
    matcher,
    routing,
    incidents,
    writer,
    hints,
    now,
    metrics: silentMetrics,
    logger,
  });
  return new IncidentStage({
    knex,
    time: now,
    clocks,
    engine,
    service,
    reviews: reviews.service,
    actions: actions.service,
    intake: {
      async receive(source, body) {
        const { deliveryId } = await intake.receive(source, {
          body,
          text: JSON.stringify(body),
          headers: {},
        });
        await processor.tick(now.now());
        return incidentsOfDelivery(knex, deliveryId);
      },
    },
    changes: changes.intake,
    catalog: {
      async missing(entityRefs) {
        await directory.refresh.run();
        const found = await directory.reader.byRefs(knex, entityRefs);
        return entityRefs.filter(ref => !found.has(ref));
      },
      async groupsOf(userRef) {
        const groups = await directory.teams.groupsOf(userRef);
        return groups.map(({ ref }) => ref);
      },
    },
  });
}
