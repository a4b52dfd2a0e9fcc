import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../../backends/BackendDatabase';
import { INTAKE, messageOf } from '../alerts';
import type { Figure } from '../Figure';
import { watchPages } from '../pages';
import { percentileOf } from '../percentile';
import type { Portal } from '../Portals';
import type { Scenario } from '../Scenario';
import { youngPortal } from '../seed/past';
import { written } from '../table';

/**
 * From the answer to the sender until a page for a person stands in the outbox for all
 * to see; beside it how long one durable insert takes that is asked for as often. A page
 * is two commits that the disk confirms, one after the other.
 */
export const latency: Scenario = {
  name: 'latency',
  engines: ['SQLite', 'PostgreSQL'],
  async measure(bench) {
    const { engine, extent } = bench;
    const portal = await youngPortal(bench);
    const { seconds } = extent;
    await pagesAfter(portal, engine, WARM_UP);
    return [
      await pagesAfter(portal, engine, {
        what: 'idle',
        perSecond: 5,
        count: seconds * 20,
        atMost: 50,
      }),
      await pagesAfter(portal, engine, {
        what: 'at 200 alerts a second',
        perSecond: 200,
        count: seconds * 200,
        atMost: 250,
      }),
    ];
  },
};

interface PagingLoad {
  what: string;
  perSecond: number;
  count: number;
  /** Milliseconds. */
  atMost: number;
}

/** Before anything is counted: code is compiled, caches are filled. */
const WARM_UP: PagingLoad = {
  what: 'warm up',
  perSecond: 100,
  count: 100,
  atMost: Infinity,
};

async function pagesAfter(
  portal: Portal,
  engine: Engine,
  load: PagingLoad,
): Promise<Figure> {
  const knex = portal.backends.database.open('incidents');
  try {
    const inserts: number[] = [];
    await paced(load, async () => {
      const began = performance.now();
      const at = await post(portal, '/api/floor/messages', '{}');
      inserts.push(at - began);
    });
    const watcher = await watchPages(engine, knex);
    const accepted = new Map<string, number>();
    await paced(load, async n => {
      const title = `Page ${load.perSecond} ${n}`;
      const body = messageOf({ name: title, instance: '10.0.0.1' });
      accepted.set(title, await post(portal, INTAKE, body));
    });
    const seen = await watcher.untilSeen(accepted.keys());
    const waits = [...accepted].map(([title, at]) =>
      Math.max(0, seen.get(title)! - at),
    );
    return {
      what: `alert accepted until page in the outbox, ${load.what}`,
      value: percentileOf(waits, 0.99),
      unit: 'ms p99',
      more: `p50 ${written(percentileOf(waits, 0.5))}`,
      beside: { what: 'bare insert p99', value: percentileOf(inserts, 0.99) },
      demand: { atMost: load.atMost },
    };
  } finally {
    await knex.destroy();
  }
}

/** Does something as often as the load wants it, whether or not it has ended. */
async function paced(
  { perSecond, count }: PagingLoad,
  ask: (n: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const asked: Promise<void>[] = [];
  for (let n = 0; n < count; n++) {
    await pause(
      Math.max(0, began + (n / perSecond) * 1_000 - performance.now()),
    );
    asked.push(ask(n));
  }
  await Promise.all(asked);
}

/** @returns when it was answered */
async function post(
  { backend, as }: Portal,
  path: string,
  body: string,
): Promise<number> {
  const response = await fetch(`${backend.url}${path}`, {
    method: 'POST',
    headers: { ...as.service, 'Content-Type': 'application/json' },
    body,
  });
  const at = performance.now();
  if (response.status !== 202) {
    throw new Error(`${path} was answered ${response.status}`);
  }
  await response.arrayBuffer();
  return at;
}
