import { Imports } from '../Imports';
import type { Count } from '../Ledger';
import type { Outcome, Scenario } from '../Scenario';
import type { Site } from '../Site';

/** So many that an import takes seconds. */
const INCIDENTS = 2_000;

const DAY = 24 * 60 * 60_000;
const FIRST = Date.UTC(2020, 0, 1);

/** What one incident goes through in the file, a row each. */
const WAY = ['triage', 'investigating', 'resolved', 'closed'];

/** The events of each: it is declared and routed, and then what happened to it. */
const EVENTS = WAY.length + 1;

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
  const first = new Imports(site, replicas[0]);
  const { id } = await first.planned(mappingOf(system), file());
  await first.start(id);
  let made = 0;
  for (const victim of replicas) {
    made = await first.untilMoreThan(made, id);
    await victim.kill();
    await victim.start();
  }
  const ended = await first.ended(id);
  const again = await first.planned(mappingOf(system), file());
  const database = site.backends.database.open('incidents');
  try {
    const rows: { incident_id: string; version: number | null }[] =
      await database('imported_incidents as imported')
        .leftJoin('incidents', 'incidents.id', 'imported.incident_id')
        .where({ system })
        .select('imported.incident_id', 'incidents.version');
    const written = await database('incidents')
      .where({ mode: 'backfill' })
      .where('state', 'like', `%"system":"${system}"%`)
      .count({ incidents: '*' })
      .first();
    const whole = rows.filter(({ version }) => version === EVENTS);
    return {
      counts: [
        countOf('incidents', whole.length, Number(written?.incidents)),
        countOf('known again', Number(again.plan?.known), INCIDENTS),
      ],
      notes: [
        `${ended.state}: ${ended.made} made, ${ended.known} known, ${ended.refused} refused, after ${made} killed the last time`,
      ],
    };
  } finally {
    await database.destroy();
  }
}

function countOf(what: string, kept: number, inAll: number): Count {
  return {
    what,
    sent: INCIDENTS,
    kept,
    lost: INCIDENTS - kept,
    doubled: Math.max(0, inAll - INCIDENTS),
  };
}

function mappingOf(system: string): object {
  return {
    system,
    rows: 'changes',
    id: 'id',
    title: 'Trouble {id}',
    declaredAt: 'opened',
    changedAt: 'changed',
    status: {
      column: 'state',
      values: Object.fromEntries(WAY.map(status => [status, status])),
    },
  };
}

function file(): string {
  const rows = Array.from({ length: INCIDENTS }, (_, incident) =>
    WAY.map((state, step) => {
      const opened = new Date(FIRST + incident * 60_000).toISOString();
      const changed = new Date(FIRST + incident * 60_000 + step * DAY);
      return `T-${incident},${opened},${changed.toISOString()},${state}`;
    }),
  );
  return ['id,opened,changed,state', ...rows.flat(), ''].join('\n');
}
