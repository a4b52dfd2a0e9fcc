import { STATEMENTS_HEADER } from '../backends/statementCount';
import type { Demand, Figure } from './Figure';
import { bear, type Load } from './load/load';
import type { Portal } from './Portals';
import { written } from './table';

/** A route that somebody reads. */
export interface Reading {
  what: string;
  /** Below `/api`; asked for in turn. */
  paths: readonly string[];
}

/** As the card's checks, and nothing else. */
const BARE: Reading = { what: 'bare route', paths: ['/floor/checks'] };

/** How many ask at once. */
const CONNECTIONS = [1, 10];

/** What is asked of the latency, in milliseconds and beside the bare route, by connections. */
export type Demands = Partial<Record<number, Demand>>;

/** Latency and statements of a route beside one that asks the platform the same and nothing else. */
export async function measureReading(
  portal: Portal,
  reading: Reading,
  { seconds, demands = {} }: { seconds: number; demands?: Demands },
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const connections of CONNECTIONS) {
    const bare = await bear(loadOf(portal, BARE, { connections, seconds }));
    const own = await bear(loadOf(portal, reading, { connections, seconds }));
    figures.push({
      what: `${reading.what}, ${connections === 1 ? '1 connection' : `${connections} connections`}`,
      value: own.p95,
      unit: 'ms p95',
      more: `p50 ${written(own.p50)}, ${written(own.perSecond)}/s`,
      beside: { what: `${BARE.what} p95`, value: bare.p95 },
      demand: demands[connections],
    });
  }
  return figures;
}

/** The most statements that one of these requests takes, the first of its process included. */
export async function statementsOf(
  { backend, as }: Portal,
  { paths }: Reading,
): Promise<number> {
  let most = 0;
  for (const path of paths.slice(0, 20)) {
    const response = await fetch(`${backend.url}/api${path}`, {
      headers: as.person,
    });
    await response.arrayBuffer();
    most = Math.max(most, Number(response.headers.get(STATEMENTS_HEADER)));
  }
  return most;
}

function loadOf(
  { backend, as }: Portal,
  { paths }: Reading,
  how: Pick<Load, 'connections' | 'seconds'>,
): Load {
  return {
    ...how,
    url: backend.url,
    paths: paths.map(path => `/api${path}`),
    headers: as.person,
  };
}
