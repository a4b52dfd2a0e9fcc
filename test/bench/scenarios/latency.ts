import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../../backends/BackendDatabase';
import { INTAKE, messageOf } from '../alerts';
import type { Figure } from '../Figure';
import { watchPages, type PageWatcher } from '../pages';
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
    return [
      await pagesUnder(
        { what: 'idle', perSecond: 5, count: seconds * 20, atMost: 50 },
        { engine, portal },
      ),
      await pagesUnder(
        {
          what: 'at 200 alerts a second',
          perSecond: 200,
          count: seconds * 200,
          atMost: 250,
        },
        { engine, portal },
      ),
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

/** The same load comes twice: by the first, code is compiled and caches are filled. */
async function pagesUnder(
  load: PagingLoad,
  { engine, portal }: { engine: Engine; portal: Portal },
): Promise<Figure> {
  const knex = portal.backends.database.open('incidents');
  const waitsFor = async (titles: string) =>
    waitsUnder(load, portal, titles, await watchPages(engine, knex));
  try {
    await waitsFor('Warm up');
    const inserts = await insertsUnder(load, portal);
    const waits = await waitsFor('Page');
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

/** Milliseconds from each answer to a sender until the page for its alert. */
async function waitsUnder(
  load: PagingLoad,
  portal: Portal,
  titles: string,
  watcher: PageWatcher,
): Promise<number[]> {
  const accepted = new Map<string, number>();
  await paced(load, async n => {
    const title = `${titles} ${load.perSecond} ${n}`;
    const body = messageOf({ name: title, instance: '10.0.0.1' });
    accepted.set(title, await post(portal, INTAKE, body));
  });
  const seen = await watcher.untilSeen(accepted.keys());
  return [...accepted].map(([title, at]) => Math.max(0, seen.get(title)! - at));
}

/** Milliseconds until each durable insert is answered. */
async function insertsUnder(
  load: PagingLoad,
  portal: Portal,
): Promise<number[]> {
  const took: number[] = [];
  await paced(load, async () => {
    const began = performance.now();
    took.push((await post(portal, '/api/floor/messages', '{}')) - began);
  });
  return took;
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
