import { Alertmanager } from '../../alertmanager/alertmanager';
import { componentName } from '../../backends/syntheticCatalog';
import { INTAKE, messageOf, pushedAlert } from '../alerts';
import type { Figure } from '../Figure';
import { bear, type Load } from '../load/load';
import type { Portal } from '../Portals';
import type { Scenario } from '../Scenario';
import { youngPortal } from '../seed/past';
import { written } from '../table';

const CONNECTIONS = 50;
const MANY = 64;

/** Alerts of one service that go on firing, as a storm is after its first minute. */
const storm = (size: number) =>
  Array.from({ length: size }, (_, n) => ({
    name: 'Slow',
    instance: `10.0.0.${n}`,
    service: componentName(0),
  }));

/** How many alerts are kept, durably, before anything else is done with them. */
export const intake: Scenario = {
  name: 'intake',
  engines: ['SQLite', 'PostgreSQL'],
  async measure(bench) {
    const { engine, extent } = bench;
    const portal = await youngPortal(bench);
    const { seconds } = extent;
    const floor = await bear({
      ...loadOf(portal, '/api/floor/messages', 1),
      seconds,
    });
    const one = await bear({ ...loadOf(portal, INTAKE, 1), seconds });
    const many = await bear({ ...loadOf(portal, INTAKE, MANY), seconds });
    return [
      {
        what: 'alerts kept, one in each request',
        value: one.perSecond,
        unit: 'a second',
        more: `p99 ${written(one.p99)} ms`,
        beside: { what: 'bare insert', value: floor.perSecond },
        demand: { timesAtLeast: engine === 'SQLite' ? 1.5 : 0.8 },
      },
      {
        what: `alerts kept, ${MANY} in each request`,
        value: many.perSecond * MANY,
        unit: 'a second',
        more: `p99 ${written(many.p99)} ms`,
        demand: { atLeast: 15_000 },
      },
      ...(Alertmanager.isInstalled() ? await alertmanagers(seconds) : []),
    ];
  },
};

/** What a peer takes in that keeps nothing until its next snapshot, a quarter of an hour later. */
async function alertmanagers(seconds: number): Promise<Figure[]> {
  const alertmanager = await Alertmanager.start({
    url: 'http://127.0.0.1:9/nobody',
  });
  try {
    const figures: Figure[] = [];
    for (const size of [1, MANY]) {
      const { perSecond } = await bear({
        url: alertmanager.url,
        method: 'POST',
        paths: ['/api/v2/alerts'],
        headers: { 'Content-Type': 'application/json' },
        bodies: [JSON.stringify(storm(size).map(pushedAlert))],
        connections: CONNECTIONS,
        seconds,
      });
      figures.push({
        what: `Alertmanager, in memory, ${size === 1 ? 'one' : size} in each request`,
        value: perSecond * size,
        unit: 'a second',
      });
    }
    return figures;
  } finally {
    await alertmanager.stop();
  }
}

function loadOf(
  { backend, as }: Portal,
  path: string,
  size: number,
): Omit<Load, 'seconds'> {
  return {
    url: backend.url,
    method: 'POST',
    paths: [path],
    headers: { ...as.service, 'Content-Type': 'application/json' },
    bodies: [messageOf(...storm(size))],
    connections: CONNECTIONS,
  };
}
