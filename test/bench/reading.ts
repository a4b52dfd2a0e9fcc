import { STATEMENTS_HEADER } from '../backends/statementCount';
import type { Demand, Figure } from './Figure';
import { bear, type Borne, type Load } from './load/load';
import type { Portal } from './Portals';
import type { Bench, Scenario } from './Scenario';
import { portalWithPast } from './seed/past';
import { written } from './table';

/** A route that somebody reads. */
export interface Reading {
  what: string;
  /** Below `/api`; asked for in turn. */
  paths: readonly string[];
}

/** What is asked of a route. Latencies are 95th percentiles. */
export interface ReadingDemands {
  statements?: number;
  /** By how many ask at once. */
  latency?: Partial<Record<number, Demand>>;
  /** The cost among most incidents to that among fewest. */
  growth?: number;
}

/** Checks as ours does, and does nothing else. */
const BARE: Reading = { what: 'bare route', paths: ['/floor/checks'] };

/** How many ask at once. */
const CONNECTIONS = [1, 10];

/** A scenario that reads routes among few and among many incidents. */
export function readingScenario(
  name: string,
  readings: readonly Reading[],
  demands: ReadingDemands = {},
): Scenario {
  return {
    name,
    engines: ['SQLite', 'PostgreSQL'],
    async measure(bench) {
      const figures: Figure[] = [];
      for (const reading of readings) {
        let fewest: Borne | undefined;
        for (const incidents of bench.extent.incidents) {
          const among = `among ${written(incidents)}`;
          const portal = await portalWithPast(bench, incidents);
          figures.push({
            what: `${reading.what}, ${among}`,
            value: await statementsOf(portal, reading),
            unit: 'SQL statements',
            ...(demands.statements && {
              demand: { atMost: demands.statements },
            }),
          });
          for (const connections of CONNECTIONS) {
            const { bare, own } = await measureBeside(
              portal,
              reading,
              connections,
              bench,
            );
            figures.push({
              what: `${reading.what}, ${among}, ${connections} at once`,
              value: own.p95,
              unit: 'ms p95',
              more: `p50 ${written(own.p50)}, ${written(own.perSecond)}/s`,
              beside: { what: `${BARE.what} p95`, value: bare.p95 },
              demand: demands.latency?.[connections],
            });
            if (connections === 1) {
              figures.push(
                ...growthOf(reading, incidents, own, fewest, demands),
              );
              fewest ??= own;
            }
          }
        }
      }
      return figures;
    },
  };
}

function growthOf(
  { what }: Reading,
  incidents: number,
  most: Borne,
  fewest: Borne | undefined,
  { growth }: ReadingDemands,
): Figure[] {
  return fewest
    ? [
        {
          what: `${what}, ${written(incidents)} beside the fewest`,
          value: most.p50,
          unit: 'ms p50',
          beside: { what: 'p50', value: fewest.p50 },
          ...(growth && { demand: { timesAtMost: growth } }),
        },
      ]
    : [];
}

/** A route and the bare one under the same load, one after the other. */
async function measureBeside(
  portal: Portal,
  reading: Reading,
  connections: number,
  { extent }: Bench,
): Promise<{ bare: Borne; own: Borne }> {
  const how = { connections, seconds: extent.seconds };
  return {
    bare: await bear(loadOf(portal, BARE, how)),
    own: await bear(loadOf(portal, reading, how)),
  };
}

/** The most statements that one of these requests takes, the first of its process included. */
async function statementsOf(
  { backend, as }: Portal,
  { paths }: Reading,
): Promise<number> {
  let most = 0;
  for (const path of paths.slice(0, 20)) {
    const response = await fetch(`${backend.url}/api${path}`, {
      headers: as.person,
    });
    if (!response.ok) {
      throw new Error(`${path} answers ${response.status}`);
    }
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
