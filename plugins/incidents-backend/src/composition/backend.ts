import type {
  AuditorService,
  AuthService,
  DatabaseService,
  DiscoveryService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  systemTime,
  type NowService,
  type Playback,
} from '@linchpin/backstage-plugin-incidents-node';
import {
  ACTION,
  ACTION_TICKET,
  composeActions,
  readActionPolicy,
  readTrackers,
  type ActionTrackers,
} from '../actions';
import {
  composeAlerts,
  readAlertsSettings,
  type AlertSources,
} from '../alerts';
import { Confidence } from '../authorization';
import { CatalogDirectory, readCatalogSettings } from '../catalog';
import { ChangesTopic, composeChanges, readChangesSettings } from '../changes';
import { ClockEngine, ClockMetrics, ClockStore } from '../clocks';
import { AgreedTime } from '../database/AgreedTime';
import { isPostgres } from '../database/dialect';
import { openDatabase } from '../database/migrate';
import { readHistorySettings } from '../history/settings';
import { DIGEST, DigestRenderer, readDigestDay } from '../digest';
import { CommitHints } from '../incidents/CommitHints';
import { IncidentClockHandler } from '../incidents/IncidentClockHandler';
import { IncidentRenderer } from '../incidents/IncidentRenderer';
import { INCIDENT } from '../incidents/neighbours';
import { readIncidentPolicy } from '../incidents/settings';
import { screensHint } from '../incidents/screensHint';
import { composeKeys, readKeysSettings } from '../keys';
import { play } from '../playback/play';
import { EntityMatcher, readRoutingSettings, RoutingService } from '../routing';
import {
  createWatchdogMetrics,
  EvidenceReader,
  FindingStore,
  readWatchBounds,
  Watchdog,
} from '../watchdog';
import { composeTransfer, readFileLimit } from '../transfer';
import { readReviewPolicy, REVIEW } from '../reviews';
import { keySenders } from './keySenders';
import { composeReading } from './reading';
import { composeRouter } from './router';
import { composeTelling } from './telling';
import { composeWorking } from './working';
import { composeWriting } from './writing';

/** Everything of the platform that the plugin stands on. */
export interface BackendServices {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  discovery: DiscoveryService;
  events: EventsService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  now: NowService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  scheduler: SchedulerService;
  signals: SignalsService;
  userInfo: UserInfoService;
  sources: AlertSources;
  trackers: ActionTrackers;
  playback?: Playback;
}

/** Puts the rooms together. */
export async function composeBackend(platform: BackendServices) {
  const { knex, durable } = await openDatabase(
    platform.database,
    platform.logger,
  );
  const agreedTime =
    isPostgres(knex) && platform.now === systemTime
      ? await AgreedTime.of(knex, systemTime)
      : undefined;
  const services = { ...platform, now: agreedTime ?? platform.now };
  const { config, logger, metrics, now, sources } = services;
  const policy = readIncidentPolicy(config);
  const routingSettings = readRoutingSettings(config);
  const alertsSettings = readAlertsSettings(config);
  const keysSettings = readKeysSettings(config);
  const changesSettings = readChangesSettings(config);
  const historySettings = readHistorySettings(config);
  const reviewPolicy = readReviewPolicy(config, historySettings.zone);
  const digestDay = readDigestDay(config, historySettings.zone);
  const actionPolicy = readActionPolicy(config, historySettings.zone);

  const directory = new CatalogDirectory({
    knex,
    catalog: services.catalog,
    auth: services.auth,
    logger,
    now,
    settings: readCatalogSettings(config),
  });
  const routing = new RoutingService({
    knex,
    directory,
    policy: routingSettings.policy,
  });
  const matcher = new EntityMatcher({
    knex,
    directory,
    matchLabels: routingSettings.matchLabels,
    now,
  });

  const changes = composeChanges({
    knex,
    settings: changesSettings,
    directory,
    entities: routing,
    now,
  });
  const changesTopic = new ChangesTopic({
    events: services.events,
    intake: changes.intake,
    logger,
  });

  const hints = new CommitHints();
  const telling = composeTelling({ ...services, knex });
  const clocks = new ClockStore();
  const engine = new ClockEngine({
    knex,
    clocks,
    now,
    metrics: new ClockMetrics({ metrics, knex, clocks, now }),
    logger,
  });
  const confidence = new Confidence({ knex, teams: directory.teams });
  const writing = composeWriting({
    knex,
    now,
    policy,
    reviewPolicy,
    actionPolicy,
    clocks,
    outbox: telling.outbox,
    routing,
    confidence,
    changes: changes.reader,
    hints,
  });
  const alerts = composeAlerts({
    knex,
    settings: alertsSettings,
    sources,
    matcher,
    routing,
    incidents: writing.incidents,
    writer: writing.writer,
    hints,
    now,
    metrics,
    logger,
  });
  const keys = composeKeys({
    ...services,
    knex,
    settings: keysSettings,
    sources: keySenders(sources),
    catalog: directory.reader,
    targets: {
      find: async ref => (await routing.snapshots([ref])).get(ref),
    },
  });
  const reading = composeReading({
    knex,
    now,
    policy,
    history: historySettings,
    routingPolicy: routingSettings.policy,
    directory,
    routing,
    matcher,
    writing,
    confidence,
    reviewPolicy,
    changes: changes.reader,
  });

  readTrackers(config).forEach(tracker =>
    services.trackers.addTracker(tracker),
  );
  const actions = composeActions({
    knex,
    policy: actionPolicy,
    writing: writing.actions,
    confidence,
    directory,
    routing,
    incidents: reading.incidents,
    resources: reading.resources,
    reading: reading.actions,
    trackers: services.trackers,
    entities: directory.annotations,
    portalUrl: config.getOptionalString('app.baseUrl') ?? '',
    hints,
    now,
    logger,
  });

  const transfer = composeTransfer({
    knex,
    writer: writing.writer,
    incidents: reading.incidents,
    catalog: routing,
    now,
    logger,
  });
  const fileLimit = readFileLimit(config);

  const findings = new FindingStore();
  const watchdog = new Watchdog({
    knex,
    evidence: new EvidenceReader(),
    findings,
    policy,
    bounds: readWatchBounds(config),
    logger,
  });
  createWatchdogMetrics({ metrics, knex, findings, now });

  directory.refresh.onRead(() => reading.contexts.rebuild());
  directory.refresh.onRead(() => actions.follower.run());
  engine.register(INCIDENT, new IncidentClockHandler({ ...writing, hints }));
  engine.register(REVIEW, writing.reviews.clockHandler);
  telling.relay.registerRenderer(REVIEW, reading.reviews.renderer);
  engine.register(ACTION, actions.clocks);
  telling.relay.registerRenderer(ACTION, actions.renderer);
  telling.relay.registerRenderer(ACTION_TICKET, actions.tickets.renderer);
  telling.relay.registerChannel(actions.tickets.channel);
  telling.relay.registerRenderer(
    INCIDENT,
    new IncidentRenderer({
      knex,
      incidents: writing.incidents,
      events: writing.events,
      policy,
    }),
  );
  telling.relay.registerRenderer(
    DIGEST,
    new DigestRenderer({ reader: reading.digests, names: reading.names }),
  );
  hints.onChange(() => telling.relay.hint());
  hints.onChange(() => engine.hint());
  hints.onChange(screensHint({ knex, signals: telling.signals, logger }));

  const { playback } = services;
  return {
    ...composeWorking({
      services,
      knex,
      actions,
      agreedTime,
      alerts,
      changes,
      changesTopic,
      digestDay,
      directory,
      engine,
      keys,
      matcher,
      reading,
      routing,
      telling,
      transfer,
      watchdog,
      writing,
      async playPast() {
        if (playback) {
          await play(playback, now.now(), {
            knex,
            logger,
            policy,
            reviewPolicy,
            actionPolicy,
            directory,
            routing,
            matcher,
            sources,
            alertsSettings,
            changesSettings,
          });
        }
      },
    }),
    resources: reading.resources,
    router: () =>
      composeRouter({
        services,
        knex,
        durable,
        directory,
        matcher,
        routingPolicy: routingSettings.policy,
        bodyLimits: {
          all: alertsSettings.bodyLimit,
          byKey: keysSettings.bodyLimit,
        },
        actions,
        alerts,
        changes,
        keys,
        reading,
        telling,
        transfer,
        fileLimit,
        findings,
        writing,
      }),
  };
}
