import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { CommitHints } from '../../incidents/CommitHints';
import type { ActionStore } from '../ActionStore';
import type { ActionWriter } from '../ActionWriter';
import type { ActionTrackers } from './ActionTrackers';
import { TicketChannel } from './TicketChannel';
import { TicketDrafts, type EntityAnnotations } from './TicketDrafts';
import { TicketFollower } from './TicketFollower';
import type { TicketKeeper } from './TicketKeeper';
import { TicketRenderer } from './TicketRenderer';
import type { TicketStore } from './TicketStore';

/** The parts that keep action items and their tickets in step. */
export function composeTickets(options: {
  knex: Knex;
  trackers: ActionTrackers;
  tickets: TicketStore;
  keeper: TicketKeeper;
  actions: ActionStore;
  writer: ActionWriter;
  entities: EntityAnnotations;
  portalUrl: string;
  hints: CommitHints;
  now: NowService;
  logger: LoggerService;
}) {
  return {
    channel: new TicketChannel({
      ...options,
      drafts: new TicketDrafts(options),
    }),
    renderer: new TicketRenderer(options),
    follower: new TicketFollower(options),
  };
}
