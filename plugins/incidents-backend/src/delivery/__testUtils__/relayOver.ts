import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Knex } from 'knex';
import type { Delivery, OutboxRenderer } from '../DeliveryChannel';
import { OutboxClaims } from '../OutboxClaims';
import { OutboxMetrics } from '../OutboxMetrics';
import { OutboxRecords } from '../OutboxRecords';
import { OutboxRelay } from '../OutboxRelay';
import { NOW } from './entries';
import { IDLE } from './idle';

const renderer: OutboxRenderer = {
  async render({ cause }) {
    return {
      topic: 'incidents',
      title: cause,
      severity: 'high',
      scope: 'incident:inc-a',
    };
  },
};

/** A relay with a channel for people and one for machines, and what they were given. */
export function relayOver(
  knex: Knex,
  options: {
    claims?: OutboxClaims;
    occupation?: typeof IDLE;
    attempts?: number;
    attemptLimitMs?: number;
  } = {},
) {
  const logger = mockServices.logger.mock();
  const metrics = metricsServiceMock.mock();
  const clock = { now: NOW };
  const now = { now: () => clock.now };
  const relay = new OutboxRelay({
    knex,
    now,
    claims: new OutboxClaims(),
    occupation: IDLE,
    logger,
    metrics: new OutboxMetrics({
      metrics,
      knex,
      records: new OutboxRecords(),
      now,
    }),
    ...options,
  });
  const sent: (Delivery & { channel: string })[] = [];
  const receiver: { failure?: Error } = {};
  for (const channel of ['notifications', 'events']) {
    relay.registerChannel({
      id: channel,
      async deliver(delivery) {
        if (receiver.failure) {
          throw receiver.failure;
        }
        sent.push({ channel, ...delivery });
      },
    });
  }
  relay.registerRenderer('incident', renderer);

  /** How many attempts were counted, by outcome. */
  function attempts(): Record<string, number> {
    const counter = metrics.createCounter.mock.results[0].value;
    const counts: Record<string, number> = {};
    for (const [n, { outcome }] of jest.mocked(counter.add).mock.calls) {
      counts[outcome] = (counts[outcome] ?? 0) + n;
    }
    return counts;
  }

  /** The value that the portal's metrics would read from a gauge. */
  async function observe(name: string, instant: string): Promise<number> {
    clock.now = instant;
    const { calls, results } = metrics.createObservableGauge.mock;
    const gauge = results[calls.findIndex(call => call[0] === name)].value;
    const observed = jest.fn();
    await jest
      .mocked(gauge.addCallback)
      .mock.calls[0][0]({ observe: observed });
    return observed.mock.calls[0][0];
  }

  return {
    relay,
    sent,
    attempts,
    observe,
    logger,
    moveTo: (instant: string) => {
      clock.now = instant;
    },
    fail: (error: Error | undefined) => {
      receiver.failure = error;
    },
  };
}
