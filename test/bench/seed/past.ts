import { execFileSync } from 'node:child_process';
import { written } from '../table';
import type { Bench } from '../Scenario';
import type { Portal } from '../Portals';
import { groupRef } from './organisation';
import { seed } from './seed';

/** Between two readings of the catalog: the directory stays as it was filled. */
const NEVER = { days: 3_650 };

/**
 * A portal with a past. An alert that no entity is found for makes an incident of
 * its own, and the three people of a team are asked to take it.
 */
export function portalWithPast(
  { portals, extent }: Bench,
  incidents: number,
): Promise<Portal> {
  return portals.get({
    name: `past-${incidents}`,
    config: {
      incidents: {
        catalog: { refreshEvery: NEVER },
        routing: { lastResortGroup: groupRef(0) },
        alerts: { overloadAfter: { hours: 1 } },
      },
    },
    async fill({ database }) {
      console.log(`… writing ${written(incidents)} incidents`);
      await database.create('incidents');
      const knex = database.open('incidents');
      try {
        await seed(knex, {
          incidents,
          organisation: extent.organisation,
          now: new Date().toISOString(),
        });
      } finally {
        await knex.destroy();
      }
      // Else the disk would go on writing while something is measured.
      execFileSync('sync');
    },
  });
}

/** The portal with the shortest past, for what is measured of alerts. */
export function youngPortal(bench: Bench): Promise<Portal> {
  return portalWithPast(bench, bench.extent.incidents[0]);
}
