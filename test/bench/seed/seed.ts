import type { Knex } from 'knex';
import { migrate } from '../../../plugins/incidents-backend/src/database/migrate';
import type { CatalogSize } from '../../backends/syntheticCatalog';
import { Archive } from './Archive';
import { openBulkWriter } from './BulkWriter';
import { learn } from './learning';
import { organisationOf } from './organisation';
import { roomsOver } from './rooms';
import { playStory } from './story';
import { settle } from './steady';
import type { Strand } from './Strand';
import { placesIn, strandsOf } from './strandsOf';

/** Incidents of the busiest service, where there are that many. */
const BUSY_INCIDENTS = 5_000;

/** A few hundred incidents are live at a time, however long the past is. */
const LIVE_COPIES = 60;

/** Events of an incident that is not long. */
const BRIEF = 10;

/** One in so many is long. */
const LONG_EVERY = 8;

const PAST_MS = 2 * 365 * 86_400_000;

/** What a database is filled with. */
export interface Past {
  /** At least so many, and a few hundred that are live. */
  incidents: number;
  organisation: CatalogSize;
  /** When it ends. */
  now: string;
}

/**
 * Fills an empty database as two years of use would: the catalog of a large company,
 * as many incidents as asked for in the order in which they ended, and some that are
 * live. They are those of the sample company's year, which the plugin's own commands
 * and clocks have written, copied with new ids, numbers, times, entities and people.
 * The same past gives the same rows.
 */
export async function seed(
  knex: Knex,
  { incidents, organisation, now }: Past,
): Promise<void> {
  await migrate(knex);
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
    const archive = new Archive(await openBulkWriter(knex), {
      places: await placesIn(story),
      organisation,
    });
    await tell(await strandsOf(story), incidents, Date.parse(now), archive);
    await archive.end();
    await knex('incident_numbers').update({ last: archive.incidents });
    await learn(knex, now);
    await settle(knex);
  } finally {
    await story.destroy();
  }
}

async function tell(
  strands: readonly Strand[],
  incidents: number,
  now: number,
  archive: Archive,
): Promise<void> {
  const live = strands.filter(({ facts }) => !facts.isOver);
  // What still falls due would, of long ago, all fall due as the portal starts.
  const over = strands.filter(({ facts }) => facts.isOver && facts.isAtRest);
  const brief = over.filter(({ facts }) => facts.events <= BRIEF);
  const long = over.filter(({ facts }) => facts.events > BRIEF);

  for (let turn = 0; archive.incidents < incidents; turn++) {
    const round = Math.floor(turn / LONG_EVERY);
    const strand =
      turn % LONG_EVERY === 0
        ? long[round % long.length]
        : brief[(turn - round) % brief.length];
    const told = archive.incidents / incidents;
    await archive.add(
      strand,
      Math.round(now - PAST_MS * (1 - told) - strand.facts.endedAt),
      strand.facts.busyIncidents > 0 &&
        archive.busyIncidents <= BUSY_INCIDENTS * told,
    );
  }
  for (let copy = 0; copy < LIVE_COPIES; copy++) {
    for (const strand of live) {
      await archive.add(strand, 0, copy === 0);
    }
  }
}
