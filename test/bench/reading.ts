import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../backends/BackendDatabase';
import { STATEMENTS_HEADER } from '../backends/statementCount';
import type { Demand, Figure } from './Figure';
import { bear, bearInTurn, type Borne, type Load } from './load/load';
import type { Asker, Portal } from './Portals';
import type { Extent, Scenario } from './Scenario';
import { portalWithPast } from './seed/past';
import { written } from './table';

/** A route that somebody reads. */
export interface Reading {
  what: string;
  /** Below `/api`; asked for in turn. Found out where they depend on what the portal has. */
  paths: readonly string[] | ((portal: Portal) => Promise<readonly string[]>);
  /** Who asks; a person who may see everything unless told. */
  as?: Asker;
  /** Where they are others than of the scenario. */
  demands?: ReadingDemands;
}

/** What is asked of a route. Latencies are 95th percentiles. */
export interface ReadingDemands {
  statements?: number;
  /** By how many ask at once; for each engine where they differ. */
  latency?: Partial<Record<number, Demand | Record<Engine, Demand>>>;
  /** The cost among most incidents to that among fewest. */
  growth?: number;
}

/** Checks as ours does, and does nothing else. */
const BARE = {
  what: 'bare route',
  paths: ['/floor/checks'],
} satisfies Reading;

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
      const { incidents } = bench.extent;
      const measured: { among: number; costs: Map<Reading, Costs> }[] = [];
      for (const among of incidents) {
        const portal = await portalWithPast(bench, among);
        await untilAllIsTold(portal);
        const costs = await costsOf(portal, readings, bench.extent);
        measured.push({ among, costs });
      }
      const [fewest] = measured;
      return readings.flatMap(reading => {
        const asked = reading.demands ?? demands;
        return measured.flatMap(({ among, costs }) => [
          ...figuresOf(
            reading,
            among,
            costs.get(reading)!,
            asked,
            bench.engine,
          ),
          ...(among > fewest.among
            ? [
                growthOf(
                  reading,
                  [fewest.among, fewest.costs.get(reading)!],
                  [among, costs.get(reading)!],
                  asked,
                ),
              ]
            : []),
        ]);
      });
    },
  };
}

/**
 * Reminders of the past's action items are due when its portal starts, hundreds among
 * a million incidents: telling people of them would take from what is measured.
 */
async function untilAllIsTold({ backends }: Portal): Promise<void> {
  const knex = backends.database.open('incidents');
  try {
    while (
      (await knex('clocks').where('fire_at', '<=', new Date()).first('id')) ??
      (await knex('outbox')
        .whereIn('state', ['pending', 'sending'])
        .first('id'))
    ) {
      await pause(200);
    }
  } finally {
    await knex.destroy();
  }
}

/** What a route costs in one portal. */
interface Costs {
  statements: number;
  /** By how many ask at once, with the bare route under the same load. */
  loads: { connections: number; own: Borne; bare: Borne }[];
}

async function costsOf(
  portal: Portal,
  readings: readonly Reading[],
  { connections: all, readingSeconds: seconds, readingRounds }: Extent,
): Promise<Map<Reading, Costs>> {
  const costs = new Map<Reading, Costs>();
  const paths = new Map<Reading, readonly string[]>([[BARE, BARE.paths]]);
  for (const reading of readings) {
    const { paths: asked, as = 'person' } = reading;
    const found = typeof asked === 'function' ? await asked(portal) : asked;
    paths.set(reading, found);
    const statements = await statementsOf(portal, found, as);
    costs.set(reading, { statements, loads: [] });
  }
  const loadOf = (reading: Reading, connections: number): Load => ({
    url: portal.backend.url,
    paths: paths.get(reading)!.map(path => `/api${path}`),
    headers: portal.as[reading.as ?? 'person'],
    connections,
    seconds,
  });
  // Code is compiled and caches are filled in a backend's first seconds, whatever it is asked.
  for (const reading of [BARE, ...readings]) {
    await bear(loadOf(reading, Math.max(...all)));
  }
  for (const connections of all) {
    const [bare, ...owns] = await bearInTurn(
      [BARE, ...readings].map(reading => loadOf(reading, connections)),
      readingRounds,
    );
    for (const [index, reading] of readings.entries()) {
      costs.get(reading)!.loads.push({ connections, own: owns[index], bare });
    }
  }
  return costs;
}

/** The most statements that one of these requests takes, the first of its process included. */
async function statementsOf(
  portal: Portal,
  paths: readonly string[],
  as: Asker,
): Promise<number> {
  let most = 0;
  for (const path of paths.slice(0, 20)) {
    const response = await answerOf(portal, path, as);
    await response.arrayBuffer();
    most = Math.max(most, Number(response.headers.get(STATEMENTS_HEADER)));
  }
  return most;
}

/** @throws Error where it is refused */
async function answerOf(
  { backend, as: askers }: Portal,
  path: string,
  as: Asker = 'person',
): Promise<Response> {
  const response = await fetch(`${backend.url}/api${path}`, {
    headers: askers[as],
  });
  if (!response.ok) {
    throw new Error(`${path} answers ${response.status}`);
  }
  return response;
}

function figuresOf(
  { what }: Reading,
  among: number,
  { statements, loads }: Costs,
  demands: ReadingDemands,
  engine: Engine,
): Figure[] {
  const title = `${what}, among ${written(among)}`;
  return [
    {
      what: title,
      value: statements,
      unit: 'SQL statements',
      ...(demands.statements && { demand: { atMost: demands.statements } }),
    },
    ...loads.map(({ connections, own, bare }) => ({
      what: `${title}, ${connections} at once`,
      value: own.p95,
      unit: 'ms p95',
      more: `p50 ${written(own.p50)}, ${written(own.perSecond)}/s`,
      beside: { what: `${BARE.what} p95`, value: bare.p95 },
      demand: demandOn(engine, demands.latency?.[connections]),
    })),
  ];
}

function demandOn(
  engine: Engine,
  demand: Demand | Record<Engine, Demand> | undefined,
): Demand | undefined {
  return demand && 'SQLite' in demand ? demand[engine] : demand;
}

/** The middle of what one asks for at a time: it is moved least by what else the machine does. */
function growthOf(
  { what }: Reading,
  [few, before]: readonly [number, Costs],
  [many, after]: readonly [number, Costs],
  { growth }: ReadingDemands,
): Figure {
  return {
    what: `${what}, growth from ${written(few)} to ${written(many)}`,
    value: after.loads[0].own.p50,
    unit: 'ms p50',
    beside: { what: 'p50', value: before.loads[0].own.p50 },
    ...(growth && { demand: { timesAtMost: growth } }),
  };
}
