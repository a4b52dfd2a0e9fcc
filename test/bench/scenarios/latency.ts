import { setTimeout as pause } from 'node:timers/promises';
import { INTAKE, messageOf } from '../alerts';
import type { Figure } from '../Figure';
import { PageWatcher } from '../PageWatcher';
import { percentileOf } from '../percentile';
import type { Portal } from '../Portals';
import type { Scenario } from '../Scenario';
import { youngPortal } from '../seed/past';
import { written } from '../table';

/** From the answer to the sender until a page for a person stands in the outbox for all to see. */
export const latency: Scenario = {
  name: 'latency',
  engines: ['SQLite', 'PostgreSQL'],
  async measure(bench) {
    const { extent } = bench;
    const portal = await youngPortal(bench);
    const { seconds } = extent;
    await pagesAfter(portal, WARM_UP);
    return [
      await pagesAfter(portal, {
        what: 'idle',
        perSecond: 5,
        count: seconds * 20,
        atMost: 50,
      }),
      await pagesAfter(portal, {
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

const TITLES = 'Page ';

async function pagesAfter(portal: Portal, load: PagingLoad): Promise<Figure> {
  const knex = portal.backends.database.open('incidents');
  try {
    const watcher = await PageWatcher.begin(knex, TITLES);
    const accepted = new Map<string, number>();
    const began = performance.now();
    const posts: Promise<void>[] = [];
    for (let n = 0; n < load.count; n++) {
      await pause(
        Math.max(0, began + (n / load.perSecond) * 1_000 - performance.now()),
      );
      const title = `${TITLES}${load.perSecond} ${n}`;
      posts.push(post(portal, title).then(at => void accepted.set(title, at)));
    }
    await Promise.all(posts);
    const seen = await watcher.untilSeen(load.count);
    const waits = [...accepted].map(([title, at]) =>
      Math.max(0, seen.get(title)! - at),
    );
    return {
      what: `alert accepted until page in the outbox, ${load.what}`,
      value: percentileOf(waits, 0.99),
      unit: 'ms p99',
      more: `p50 ${written(percentileOf(waits, 0.5))}`,
      demand: { atMost: load.atMost },
    };
  } finally {
    await knex.destroy();
  }
}

/** @returns when it was answered */
async function post({ backend, as }: Portal, title: string): Promise<number> {
  const response = await fetch(`${backend.url}${INTAKE}`, {
    method: 'POST',
    headers: { ...as.service, 'Content-Type': 'application/json' },
    body: messageOf({ name: title, instance: '10.0.0.1' }),
  });
  const at = performance.now();
  if (response.status !== 202) {
    throw new Error(`An alert was answered ${response.status}`);
  }
  await response.arrayBuffer();
  return at;
}
