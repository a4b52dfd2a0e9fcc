import type { Knex } from 'knex';
import { isPostgres } from '../../../plugins/incidents-backend/src/database/dialect';
import { migrate } from '../../../plugins/incidents-backend/src/database/migrate';
import type { CatalogSize } from '../../backends/syntheticCatalog';
import { openBulkWriter } from './BulkWriter';
import { organisationOf } from './organisation';
import { BUSY, copyOf, type Plan } from './plan';
import { roomsOver } from './rooms';
import { playStory } from './story';
import { Template, type Row } from './Template';

/** Incidents of the busiest service, where there are that many. */
const BUSY_INCIDENTS = 5_000;

/** A few hundred are live at a time, however long the past is. */
const LIVE_COPIES = 25;

/** Few incidents are long: their copies are in one of so many. */
const WHOLE_EVERY = 10;

/** Events of an incident that is not long. */
const BRIEF = 10;

/** Rows in one statement. */
const PORTION = 2_000;

/** What a database is filled with. */
export interface Past {
  /** About how many; the story's are copied whole. */
  incidents: number;
  organisation: CatalogSize;
  /** When it ends. */
  now: string;
}

/**
 * Fills an empty database as years of use would: the catalog of a large company,
 * and about as many incidents as asked for. They are those of the sample company's
 * year, which the plugin's own commands and clocks have written, copied with new
 * ids, numbers, times, entities and people. The same past gives the same rows.
 */
export async function seed(
  knex: Knex,
  { incidents, organisation, now }: Past,
): Promise<void> {
  await migrate(knex);
  await forgoDurability(knex);
  const { directory } = roomsOver(knex, organisationOf(organisation), {
    now: () => now,
  });
  await directory.refresh.run();
  // A catalog that has not grown since the time before is not read again at once.
  await knex('directory_refresh').update({
    entities_before: knex.ref('entities'),
  });

  const story = await playStory(now);
  try {
    await multiply(story, knex, incidents, organisation);
  } finally {
    await story.destroy();
  }
}

/** A seed that is lost with the power is sown again. */
async function forgoDurability(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    return;
  }
  await knex.raw('pragma journal_mode = off');
  await knex.raw('pragma synchronous = off');
  await knex.raw('pragma cache_size = -500000');
}

async function multiply(
  story: Knex,
  knex: Knex,
  incidents: number,
  organisation: CatalogSize,
): Promise<void> {
  const all = await Template.read(story);
  const notEnded = await unfinished(story);
  const ended = all.without(notEnded);
  const brief = all.without(new Set([...notEnded, ...(await long(story))]));
  const plan = await planOf(story, all.incidents, organisation);
  const writer = await openBulkWriter(knex);
  const waiting = new Map<string, Row[]>();
  const flush = async (atLeast: number) => {
    for (const [table, rows] of waiting) {
      if (rows.length >= atLeast) {
        await writer.write(table, rows);
        waiting.delete(table);
      }
    }
  };

  let written = 0;
  for (let ordinal = 0; written < incidents; ordinal++) {
    const isLive = ordinal < LIVE_COPIES && written < incidents / 2;
    const others = ordinal % WHOLE_EVERY === 0 ? ended : brief;
    const template = isLive ? all : others;
    for (const [table, rows] of template.copy(copyOf(plan, ordinal, isLive))) {
      const together = waiting.get(table) ?? [];
      together.push(...rows);
      waiting.set(table, together);
    }
    written += template.incidents;
    await flush(PORTION);
  }
  await flush(1);
  await writer.end();
  const last = await knex('incidents').max({ last: 'number' }).first();
  await knex('incident_numbers').update({ last: last!.last });
}

/** Incidents that are live or take alerts still, and those that are told of together with one. */
async function unfinished(story: Knex): Promise<Set<string>> {
  const live: string[] = await story('incidents')
    .where('live', true)
    .orWhereNotNull('open_key')
    .pluck('id');
  const events: { incident_id: string; data: string }[] = await story(
    'incident_events',
  ).select('incident_id', 'data');
  return new Set([
    ...live,
    ...events
      .filter(({ data }) => live.some(id => data.includes(id)))
      .map(event => event.incident_id),
  ]);
}

/** Incidents on which more happened than on most. */
async function long(story: Knex): Promise<string[]> {
  return story('incident_events')
    .groupBy('incident_id')
    .having(story.raw('count(*)'), '>', BRIEF)
    .pluck('incident_id');
}

async function planOf(
  story: Knex,
  numbers: number,
  organisation: CatalogSize,
): Promise<Plan> {
  const columns = await Promise.all([
    story('incident_entities').distinct().pluck('entity_ref'),
    story('incident_entities')
      .whereNotNull('owner_ref')
      .distinct()
      .pluck('owner_ref'),
    story('incidents').whereNotNull('owner_ref').distinct().pluck('owner_ref'),
    story('incident_people').distinct().pluck('person_ref'),
  ]);
  const [{ busy }] = await story('incident_entities')
    .where({ entity_ref: BUSY.entity })
    .count({ busy: '*' });
  return {
    cast: [...new Set(columns.flat())].sort(),
    organisation,
    numbers,
    busyCopies: Math.ceil(BUSY_INCIDENTS / Number(busy)),
  };
}
