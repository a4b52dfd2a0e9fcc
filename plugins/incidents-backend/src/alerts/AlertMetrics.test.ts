import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { AlertMetrics } from './AlertMetrics';
import type { Backlog } from './Backlog';

function setUp() {
  const numbers: Record<string, [number, unknown][]> = {};
  const written = (name: string) => (numbers[name] ??= []);
  const gauges = new Map<string, (result: object) => Promise<void>>();
  const metrics = metricsServiceMock.mock({
    createCounter: name => ({
      add: (value, attributes) => written(name).push([value, attributes]),
    }),
    createHistogram: name => ({
      record: (value, attributes) => written(name).push([value, attributes]),
    }),
    createObservableGauge: name => ({
      addCallback: callback => gauges.set(name, callback as never),
      removeCallback: () => {},
    }),
  });
  const backlog = { read: async () => ({ waiting: 3, oldestMs: 4_500 }) };
  const alertMetrics = new AlertMetrics({
    metrics,
    backlog: backlog as Backlog,
  });
  return { alertMetrics, numbers, gauges };
}

it('counts what was accepted and how long it took', () => {
  const { alertMetrics, numbers } = setUp();
  alertMetrics.accepted('alertmanager', 7);
  alertMetrics.processed(
    'alertmanager',
    '2026-11-21T10:00:00.000Z',
    '2026-11-21T10:00:01.500Z',
  );
  alertMetrics.failed('alertmanager');

  const source = { source: 'alertmanager' };
  expect(numbers).toEqual({
    'incidents.alerts.accepted': [[7, source]],
    'incidents.alerts.intake_lag': [[1.5, source]],
    'incidents.alerts.failed': [[1, source]],
  });
});

it('tells how far behind it is when it is asked', async () => {
  const { gauges } = setUp();
  const observed: Record<string, number> = {};
  for (const [name, callback] of gauges) {
    await callback({ observe: (value: number) => (observed[name] = value) });
  }
  expect(observed).toEqual({
    'incidents.alerts.backlog': 3,
    'incidents.alerts.backlog_age': 4.5,
  });
});
