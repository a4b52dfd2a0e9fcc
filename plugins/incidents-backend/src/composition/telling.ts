import type {
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import {
  DeadLetters,
  DeliveryStatus,
  EventsChannel,
  NotificationsChannel,
  Occupation,
  OutboxMetrics,
  OutboxPruner,
  OutboxRecords,
  OutboxRelay,
  OutboxClaims,
  OutboxStore,
  PluginPresence,
  SignalsHinter,
} from '../delivery';

/** The channel on which open screens hear that incidents have changed. */
const SIGNALS_CHANNEL = 'incidents';

/** The parts that tell people, other plugins and open screens. */
export function composeTelling(options: {
  knex: Knex;
  now: NowService;
  discovery: DiscoveryService;
  events: EventsService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  signals: SignalsService;
}) {
  const { knex, now, discovery, events, logger, metrics } = options;
  const outbox = new OutboxStore();
  const records = new OutboxRecords();
  const relay = new OutboxRelay({
    knex,
    claims: new OutboxClaims(),
    now,
    occupation: new Occupation(),
    metrics: new OutboxMetrics({ metrics, knex, records, now }),
    logger,
  });
  const notifications = new PluginPresence({
    pluginId: 'notifications',
    discovery,
    now,
  });
  relay.registerChannel(
    new NotificationsChannel({
      notifications: options.notifications,
      presence: notifications,
    }),
  );
  relay.registerChannel(new EventsChannel(events));
  return {
    outbox,
    relay,
    pruner: new OutboxPruner({ knex, records }),
    deadLetters: new DeadLetters({ knex, records, relay, now }),
    status: new DeliveryStatus({
      knex,
      records,
      notifications,
      signals: new PluginPresence({ pluginId: 'signals', discovery, now }),
    }),
    signals: new SignalsHinter({
      signals: options.signals,
      channel: SIGNALS_CHANNEL,
      logger,
    }),
  };
}
