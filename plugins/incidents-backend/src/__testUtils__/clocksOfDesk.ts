import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { openDesk } from '../alerts/__testUtils__/desk';
import { ClockEngine, ClockMetrics, ClockStore } from '../clocks';
import { CommitHints } from '../incidents/CommitHints';
import { IncidentClockHandler } from '../incidents/IncidentClockHandler';
import { INCIDENT } from '../incidents/neighbours';

/** The engine that fires the clocks which a desk has started, at the time of the desk. */
export function clocksOfDesk(
  desk: Awaited<ReturnType<typeof openDesk>>,
): ClockEngine {
  const { knex } = desk;
  const clocks = new ClockStore();
  const now = { now: () => desk.now.at };
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
    new IncidentClockHandler({ ...desk, hints: new CommitHints() }),
  );
  return engine;
}
