import { mockServices } from '@backstage/backend-test-utils';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { silentMetrics } from '../../playback/silent';
import { ClockEngine, ClockMetrics, ClockStore, type ClockHandler } from '..';

/** An engine that fires the clocks of one kind of subject; nobody looks at its figures. */
export function openEngine(
  knex: Knex,
  now: NowService,
  subjectKind: string,
  handler: ClockHandler,
): ClockEngine {
  const clocks = new ClockStore();
  const engine = new ClockEngine({
    knex,
    clocks,
    now,
    metrics: new ClockMetrics({ metrics: silentMetrics, knex, clocks, now }),
    logger: mockServices.logger.mock(),
  });
  engine.register(subjectKind, handler);
  return engine;
}
