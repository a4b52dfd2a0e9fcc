import { Imports } from '../../backends/Imports';
import {
  EVENTS_EACH,
  trackerLog,
  trackerMapping,
} from '../../backends/trackerLog';
import type { Count } from '../Ledger';
import type { Outcome, Scenario } from '../Scenario';
import type { Site } from '../Site';

/** So many that an import takes seconds. */
const INCIDENTS = 2_000;

export const importKilled: Scenario = {
  name: 'import-killed',
  title: 'An import on SQLite, whose process is killed in the middle',
  engine: 'SQLite',
  run: site => importing(site, 1),
};

export const importTakenOver: Scenario = {
  name: 'import-taken-over',
  title: 'An import on two backends with one PostgreSQL, each killed in turn',
  engine: 'PostgreSQL',
  run: site => importing(site, 2),
};

async function importing(site: Site, count: number): Promise<Outcome> {
  const replicas = await site.replicas(count);
  const system = `Tracker ${count}-${Date.now()}`;
  const mapping = trackerMapping(system);
  const file = trackerLog(INCIDENTS);
  const asked = replicas.map(
    replica =>
      new Imports({
        url: replica.url,
        headers: site.backends.service(replica).headers,
        signal: site.signal,
      }),
  );
  const [imports] = asked;
  const { id } = await imports.planned(mapping, file);
  await imports.start(id);
  let made = 0;
  for (const [index, victim] of replicas.entries()) {
    // What goes on after the death of one is the work of the other.
    made = await asked[index].untilMoreThan(made, id);
    await victim.kill();
  }
  for (const victim of replicas) {
    await victim.start();
  }
  const ended = await imports.ended(id);
  const again = await imports.planned(mapping, file);
  const { whole, inAll } = await kept(site, system);
  return {
    counts: [
      countOf('incidents', whole, inAll),
      countOf('known again', Number(again.plan?.known), INCIDENTS),
    ],
    notes: [
      `${ended.state}: ${ended.made} made, ${ended.known} known, ${ended.refused} refused; ${made} when the last was killed`,
    ],
  };
}

/** How many are there with all of their events, and how many of whatever kind. */
async function kept(site: Site, system: string) {
  const database = site.backends.database.open('incidents');
  try {
    const whole = await database('imported_incidents as imported')
      .join('incidents', 'incidents.id', 'imported.incident_id')
      .where({ system, version: EVENTS_EACH })
      .pluck('incidents.id');
    const all = await database('incidents')
      .where({ mode: 'backfill' })
      .where('state', 'like', `%"system":"${system}"%`)
      .pluck('id');
    return { whole: whole.length, inAll: all.length };
  } finally {
    await database.destroy();
  }
}

function countOf(what: string, whole: number, inAll: number): Count {
  return {
    what,
    sent: INCIDENTS,
    kept: whole,
    lost: INCIDENTS - whole,
    doubled: Math.max(0, inAll - INCIDENTS),
  };
}
