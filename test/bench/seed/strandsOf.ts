import type { Knex } from 'knex';
import { BUSY, likeOf } from './plan';
import { Strand, type Table } from './Strand';

/** Tables of an incident, with the column that says of which. */
const OWN: Record<string, string> = {
  incidents: 'id',
  incident_events: 'incident_id',
  incident_texts: 'incident_id',
  incident_entities: 'incident_id',
  incident_people: 'incident_id',
  incident_commands: 'incident_id',
  alert_occurrences: 'incident_id',
  clocks: 'subject_id',
  reviews: 'incident_id',
  review_events: 'incident_id',
  review_texts: 'incident_id',
  review_factors: 'incident_id',
};

const ALERTS = 'monitoring_alerts';

/** Counted by the database. */
const COUNTED = 'clocks.id';

type StoryRow = Record<string, unknown>;

interface StoryTable {
  table: Table;
  rows: StoryRow[];
}

/** All incidents of a database, those together that tell of one another. */
export async function strandsOf(story: Knex): Promise<Strand[]> {
  const tables = new Map<string, StoryTable>();
  for (const name of [...Object.keys(OWN), ALERTS]) {
    tables.set(name, await readTable(story, name));
  }
  return groupsOf(tables).map(ids => strandOf(ids, tables));
}

async function readTable(story: Knex, name: string): Promise<StoryTable> {
  const columns = Object.entries(await story(name).columnInfo())
    .filter(([column]) => `${name}.${column}` !== COUNTED)
    .map(([column, { type }]) => ({ name: column, kind: kindOf(type) }));
  return { table: { name, columns }, rows: await story(name).select() };
}

function kindOf(type: string): Table['columns'][number]['kind'] {
  if (type === 'datetime' || type === 'timestamp') {
    return 'instant';
  }
  return type === 'boolean' ? 'boolean' : 'other';
}

/** Ids of incidents, in groups that name no incident of another. */
function groupsOf(tables: ReadonlyMap<string, StoryTable>): Set<string>[] {
  const groups = new Map<string, Set<string>>();
  for (const { id } of tables.get('incidents')!.rows) {
    groups.set(String(id), new Set([String(id)]));
  }
  for (const [name, owner] of Object.entries(OWN)) {
    for (const row of tables.get(name)!.rows) {
      const own = groups.get(String(row[owner]));
      for (const [mentioned] of JSON.stringify(row).matchAll(UUIDS)) {
        const other = groups.get(mentioned);
        if (own && other && other !== own) {
          other.forEach(id => groups.set(id, own.add(id)));
        }
      }
    }
  }
  return [...new Set(groups.values())];
}

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function strandOf(
  ids: ReadonlySet<string>,
  tables: ReadonlyMap<string, StoryTable>,
): Strand {
  const rows = new Map<string, StoryRow[]>();
  for (const [name, owner] of Object.entries(OWN)) {
    rows.set(
      name,
      tables.get(name)!.rows.filter(row => ids.has(String(row[owner]))),
    );
  }
  const alerts = new Set(
    rows.get('alert_occurrences')!.map(({ alert_id }) => alert_id),
  );
  rows.set(
    ALERTS,
    tables.get(ALERTS)!.rows.filter(({ id }) => alerts.has(id)),
  );
  return new Strand(
    factsOf(rows),
    new Map([...rows].map(([name, own]) => [tables.get(name)!.table, own])),
  );
}

function factsOf(rows: ReadonlyMap<string, StoryRow[]>): Strand['facts'] {
  const incidents = rows.get('incidents')!;
  const events = rows.get('incident_events')!;
  const real = new Set(
    incidents.filter(({ mode }) => mode === 'real').map(({ id }) => id),
  );
  return {
    numbers: incidents
      .map(({ number }) => Number(number))
      .sort((a, b) => a - b),
    endedAt: Math.max(
      ...events.map(({ recorded_at }) =>
        new Date(recorded_at as number).getTime(),
      ),
    ),
    isOver: incidents.every(({ live, open_key }) => !live && !open_key),
    isAtRest: rows.get('clocks')!.length === 0,
    events: Math.max(...incidents.map(({ version }) => Number(version))),
    isReported: rows.get('alert_occurrences')!.length === 0,
    busyIncidents: rows
      .get('incident_entities')!
      .filter(
        ({ entity_ref, incident_id }) =>
          entity_ref === BUSY.entity && real.has(incident_id),
      ).length,
  };
}

/** Everybody and everything that incidents of a database are about, with a place among its like. */
export async function placesIn(story: Knex): Promise<Map<string, number>> {
  const columns: (string | null)[][] = await Promise.all([
    story('incident_entities').distinct().pluck('entity_ref'),
    story('incident_entities').distinct().pluck('owner_ref'),
    story('incidents').distinct().pluck('owner_ref'),
    story('incident_people').distinct().pluck('person_ref'),
  ]);
  const counts = { group: 0, user: 0, component: 0 };
  const refs = [...new Set(columns.flat())].filter(ref => ref !== null).sort();
  return new Map(refs.map(ref => [ref, counts[likeOf(ref)]++]));
}
