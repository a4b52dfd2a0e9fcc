import { resolve } from 'node:path';
import { loadedAtOnce } from '../../../plugins/incidents/src/__testUtils__/loadedAtOnce';
import type { Figure } from '../Figure';
import type { Scenario } from '../Scenario';

const SCREENS = resolve(__dirname, '../../../plugins/incidents/src');

/** What a browser loads of our own before it can show something of us. */
export const size: Scenario = {
  name: 'size',
  engines: ['SQLite'],
  async measure() {
    return [
      {
        ...(await sizeOf('entity card', 'entity/card/EntityIncidentsCard.tsx')),
        demand: { atMost: 12 },
      },
      await sizeOf('page of all incidents', 'layout/IncidentsPage.tsx'),
    ];
  },
};

async function sizeOf(what: string, module: string): Promise<Figure> {
  const files = await loadedAtOnce(resolve(SCREENS, module));
  const bytes = [...files.values()].reduce((sum, part) => sum + part, 0);
  return {
    what,
    value: bytes / 1_000,
    unit: 'kB gzip',
    more: `${files.size} files`,
  };
}
