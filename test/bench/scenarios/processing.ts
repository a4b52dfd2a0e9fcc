import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { componentName } from '../../backends/syntheticCatalog';
import { INTAKE, messageOf } from '../alerts';
import type { Figure } from '../Figure';
import { bear } from '../load/load';
import { percentileOf } from '../percentile';
import type { Portal } from '../Portals';
import type { Scenario } from '../Scenario';
import { youngPortal } from '../seed/past';
import { written } from '../table';

/** Alerts of one message, as a group of Alertmanager's has. */
const GROUP = 5;
const ALERTS_PER_SECOND = 500;
const SERVICES = 45;

const numbers = Array.from({ length: GROUP }, (_, n) => n);

/** Each alert makes an incident of its own. */
const own = messageOf(
  ...numbers.map(n => ({ name: `Own %n%-${n}`, instance: '10.0.0.1' })),
);

/** Two alerts of a service that are new, and three that were sent before. */
const ofService = (service: string) =>
  messageOf(
    ...numbers.map(n => ({
      name: 'Slow',
      instance: n < 2 ? `10.0.%n%.${n}` : `10.0.0.${n}`,
      service,
    })),
  );

/** One message in ten makes incidents. */
const mixed = Array.from({ length: SERVICES }, (_, n) =>
  n % 9 === 0
    ? [own, ofService(componentName(n))]
    : [ofService(componentName(n))],
).flat();

/** Alerts become incidents with their people told, as fast as they come, for a minute. */
export const processing: Scenario = {
  name: 'processing',
  engines: ['SQLite', 'PostgreSQL'],
  async measure(bench) {
    const { extent } = bench;
    const portal = await youngPortal(bench);
    const seconds = extent.seconds * 6;
    return [
      ...(await offer(
        portal,
        'a mix, every tenth an incident',
        mixed,
        seconds,
      )),
      ...(await offer(portal, 'each an incident', [own], seconds)),
    ];
  },
};

async function offer(
  portal: Portal,
  what: string,
  bodies: readonly string[],
  seconds: number,
): Promise<Figure[]> {
  const knex = portal.backends.database.open('incidents');
  try {
    const began = new Date();
    await bear({
      url: portal.backend.url,
      method: 'POST',
      paths: [INTAKE],
      headers: { ...portal.as.service, 'Content-Type': 'application/json' },
      bodies,
      connections: 50,
      perSecond: ALERTS_PER_SECOND / GROUP,
      seconds,
    });
    const { perSecond, ages } = await processedSince(knex, began);
    return [
      {
        what: `alerts processed, ${what}, ${ALERTS_PER_SECOND} a second come`,
        value: Math.round(perSecond * GROUP),
        unit: 'a second',
        // The last ones are done a moment after they came.
        demand: { atLeast: ALERTS_PER_SECOND * 0.98 },
      },
      {
        what: `how long one waits, ${what}`,
        value: percentileOf(ages, 0.99),
        unit: 'ms p99',
        more: `p50 ${written(percentileOf(ages, 0.5))}`,
        demand: { atMost: 2_000 },
      },
    ];
  } finally {
    await knex.destroy();
  }
}

/** Waits until everything is done; messages a second, and the milliseconds that each took. */
async function processedSince(knex: Knex, began: Date) {
  const since = () =>
    knex('alert_deliveries').where('received_at', '>=', began);
  for (;;) {
    const waiting = await since().where('status', 'pending').first('id');
    if (!waiting) {
      break;
    }
    await pause(100);
  }
  const rows = await since().select('received_at', 'processed_at');
  const received = rows.map(row => new Date(row.received_at).getTime());
  const processed = rows.map(row => new Date(row.processed_at).getTime());
  const milliseconds = largest(processed) - smallest(received);
  return {
    perSecond: (rows.length / milliseconds) * 1_000,
    ages: processed.map((at, index) => at - received[index]),
  };
}

function largest(numbersOf: readonly number[]): number {
  return numbersOf.reduce((a, b) => Math.max(a, b), -Infinity);
}

function smallest(numbersOf: readonly number[]): number {
  return numbersOf.reduce((a, b) => Math.min(a, b), Infinity);
}
