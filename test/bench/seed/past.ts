import { written } from '../table';
import type { Bench } from '../Scenario';
import type { Portal } from '../Portals';
import { seed } from './seed';

/** Between two readings of the catalog: the directory stays as it was filled. */
const NEVER = { days: 3_650 };

/** A portal with a past, which the scenarios that read share. */
export function portalWithPast(
  { portals, extent }: Bench,
  incidents: number,
): Promise<Portal> {
  return portals.get({
    name: `past-${incidents}`,
    config: { incidents: { catalog: { refreshEvery: NEVER } } },
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
    },
  });
}
