import { Imports } from '../../backends/Imports';
import {
  ROWS_EACH,
  trackerLog,
  trackerMapping,
} from '../../backends/trackerLog';
import type { Scenario } from '../Scenario';
import { youngPortal } from '../seed/past';
import { written } from '../table';

const INCIDENTS = 1_500;

/** From sending the log of another system until it is past here, the plan included. */
export const importing: Scenario = {
  name: 'import',
  engines: ['SQLite', 'PostgreSQL'],
  async measure(bench) {
    const { backend, as } = await youngPortal(bench);
    const imports = new Imports({ url: backend.url, headers: as.service });
    const file = trackerLog(INCIDENTS);
    const began = Date.now();
    const { id } = await imports.planned(
      trackerMapping(`Tracker ${began}`),
      file,
    );
    const planned = Date.now();
    await imports.start(id);
    const { made } = await imports.ended(id);
    if (made !== INCIDENTS) {
      throw new Error(`${made} of ${INCIDENTS} incidents were made`);
    }
    const seconds = (Date.now() - began) / 1_000;
    return [
      {
        what: `${written(INCIDENTS * ROWS_EACH)} rows to ${written(INCIDENTS)} incidents`,
        value: seconds,
        unit: 's',
        more: `plan ${written((planned - began) / 1_000)} s`,
        demand: { atMost: 30 },
      },
    ];
  },
};
