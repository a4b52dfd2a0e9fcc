import type { Knex } from 'knex';
import type { composeActions } from '../actions';
import type { composeAlerts } from '../alerts';
import type { CatalogDirectory } from '../catalog';
import type { ChangesTopic, composeChanges } from '../changes';
import type { ClockEngine } from '../clocks';
import type { AgreedTime } from '../database/AgreedTime';
import { DigestWriter, type readDigestDay } from '../digest';
import { Unrouted } from '../incidents/Unrouted';
import type { composeKeys } from '../keys';
import { Rerouter, type EntityMatcher, type RoutingService } from '../routing';
import type { composeTransfer } from '../transfer';
import type { Watchdog } from '../watchdog';
import type { BackendServices } from './backend';
import type { composeReading } from './reading';
import type { composeTelling } from './telling';
import type { composeWriting } from './writing';

/** What the parts do by themselves, whether or not somebody asks for something. */
export function composeWorking(options: {
  services: BackendServices;
  knex: Knex;
  actions: ReturnType<typeof composeActions>;
  agreedTime?: AgreedTime;
  alerts: ReturnType<typeof composeAlerts>;
  changes: ReturnType<typeof composeChanges>;
  changesTopic: ChangesTopic;
  /** None where nobody wants a digest. */
  digestDay: ReturnType<typeof readDigestDay>;
  directory: CatalogDirectory;
  engine: ClockEngine;
  keys: ReturnType<typeof composeKeys>;
  matcher: EntityMatcher;
  /** Into a database that is empty, before anything else happens in it. */
  playPast(): Promise<void>;
  reading: ReturnType<typeof composeReading>;
  routing: RoutingService;
  telling: ReturnType<typeof composeTelling>;
  transfer: ReturnType<typeof composeTransfer>;
  watchdog: Watchdog;
  writing: ReturnType<typeof composeWriting>;
}) {
  const { services, knex, agreedTime, alerts, engine, keys } = options;
  const { reading, routing, telling, transfer, writing } = options;
  const { logger, now, scheduler } = services;

  return {
    /** Begins to work: what came before the process began goes first. */
    async start(): Promise<void> {
      agreedTime?.start();
      await options.directory.refresh.schedule(scheduler);
      await options.playPast();
      await options.changesTopic.subscribe();
      alerts.processor.start();
      telling.relay.start();
      engine.start();
      transfer.engine.start();
      await new Rerouter({
        incidents: new Unrouted({ knex, service: writing.service }),
        routing,
        matcher: options.matcher,
        logger,
      }).schedule(scheduler);
      await options.watchdog.schedule(scheduler, now);
      await options.actions.tickets.follower.schedule(scheduler);
      if (options.digestDay) {
        await new DigestWriter({
          knex,
          reader: reading.digests,
          people: routing,
          outbox: telling.outbox,
          day: options.digestDay,
          onWritten: () => telling.relay.hint(),
          logger,
        }).schedule(scheduler, now);
      }
      await scheduler.scheduleTask({
        id: 'incidents-make-records',
        frequency: { hours: 1 },
        timeout: { hours: 1 },
        scope: 'global',
        fn: signal => writing.records.run(signal),
      });
      await scheduler.scheduleTask({
        id: 'incidents-prune-messages',
        frequency: { hours: 1 },
        timeout: { minutes: 10 },
        scope: 'global',
        fn: async () => {
          await alerts.pruner.prune(now.now());
          await telling.pruner.prune(now.now());
          await writing.pruner.prune(now.now());
          await transfer.service.prune(now.now());
          await options.changes.pruner.prune(now.now());
        },
      });
    },

    /** Ends when what is under way is done. */
    async stop(): Promise<void> {
      agreedTime?.stop();
      await Promise.all([
        alerts.processor.stop(),
        telling.relay.stop(),
        engine.stop(),
        transfer.engine.stop(),
      ]);
      await Promise.all([telling.signals.flush(), keys.usage.flush()]);
    },
  };
}
