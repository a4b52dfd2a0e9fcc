import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ActionPolicy } from '@linchpin/backstage-plugin-incidents-common/actions';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { Confidence } from '../authorization';
import type { CatalogDirectory } from '../catalog';
import type { IncidentReader } from '../history/IncidentReader';
import type { IncidentResources } from '../history/IncidentResources';
import type { CommitHints } from '../incidents/CommitHints';
import type { RoutingService } from '../routing';
import { ActionClockHandler } from './ActionClockHandler';
import { ActionDetailReader } from './ActionDetailReader';
import { ActionGate } from './ActionGate';
import type { ActionReader } from './ActionReader';
import { ActionRenderer } from './ActionRenderer';
import { ActionService } from './ActionService';
import { CatalogFollower } from './CatalogFollower';
import type { composeActionWriting } from './composeActionWriting';
import {
  composeTickets,
  type ActionTrackers,
  type EntityAnnotations,
} from './trackers';

/** The parts that change action items at the request of people and of time, and show one of them. */
export function composeActions(options: {
  knex: Knex;
  policy: ActionPolicy;
  writing: ReturnType<typeof composeActionWriting>;
  confidence: Confidence;
  directory: Pick<CatalogDirectory, 'reader'>;
  routing: RoutingService;
  incidents: IncidentReader;
  resources: IncidentResources;
  reading: ActionReader;
  trackers: ActionTrackers;
  entities: EntityAnnotations;
  portalUrl: string;
  hints: CommitHints;
  now: NowService;
  logger: LoggerService;
}) {
  const { knex, confidence, directory, routing, hints } = options;
  const { store, writer, tickets, keeper } = options.writing;
  const gate = new ActionGate(options);
  return {
    service: new ActionService({
      ...options,
      actions: store,
      writer,
      gate,
    }),
    details: new ActionDetailReader({
      knex,
      actions: options.reading,
      store,
      gate,
      trackers: options.trackers,
    }),
    tickets: composeTickets({
      ...options,
      tickets,
      keeper,
      actions: store,
      writer,
    }),
    trackers: options.trackers,
    follower: new CatalogFollower({
      ...options,
      writer,
      catalog: {
        routesAsStored: refs => routing.routesAsStored(refs),
        withoutEntity: reason => routing.withoutEntity(reason),
        gone: refs => directory.reader.gone(knex, refs),
      },
    }),
    clocks: new ActionClockHandler({ actions: store, writer, hints }),
    renderer: new ActionRenderer({ knex, actions: store, confidence }),
  };
}
