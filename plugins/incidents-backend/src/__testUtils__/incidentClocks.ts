import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { ClockEngine, ClockMetrics, ClockStore } from '../clocks';
import { CommitHints } from '../incidents/CommitHints';
import { IncidentClockHandler } from '../incidents/IncidentClockHandler';
import type { IncidentStore } from '../incidents/IncidentStore';
import type { IncidentWriter } from '../incidents/IncidentWriter';
import { INCIDENT } from '../incidents/neighbours';

/** The engine that fires the clocks of the incidents of a desk or a ward. */
export function incidentClocks(
  house: { knex: Knex; incidents: IncidentStore; writer: IncidentWriter },
  now: NowService,
): ClockEngine {
  const { knex } = house;
  const clocks = new ClockStore();
  const engine = new ClockEngine({
    knex,
    clocks,
    now,
    metrics: new ClockMetrics({
      metrics: metricsServiceMock.mock(),
      knex,
      clocks,
      now,
    }),
    logger: mockServices.logger.mock(),
  });
  engine.register(
    INCIDENT,
    new IncidentClockHandler({ ...house, hints: new CommitHints() }),
  );
  return engine;
}
