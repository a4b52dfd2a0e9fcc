import { componentName } from '../../backends/syntheticCatalog';
import { measureReading, statementsOf, type Reading } from '../reading';
import type { Scenario } from '../Scenario';

const CARDS: Reading = {
  what: 'entity card',
  paths: Array.from(
    { length: 50 },
    (_, index) =>
      `/incidents/entities/component/default/${componentName(index)}`,
  ),
};

/** What every overview of the portal asks for. */
export const card: Scenario = {
  name: 'card',
  engines: ['SQLite', 'PostgreSQL'],
  async measure({ portals, extent }) {
    const portal = await portals.empty();
    return [
      {
        what: 'entity card',
        value: await statementsOf(portal, CARDS),
        unit: 'SQL statements',
        demand: { atMost: 3 },
      },
      ...(await measureReading(portal, CARDS, {
        seconds: extent.seconds,
        demands: { 1: { atMost: 20 }, 10: { timesAtMost: 1.5 } },
      })),
    ];
  },
};
