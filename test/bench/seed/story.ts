import { DEFAULT_POLICY } from '@linchpin/backstage-plugin-incidents-common';
import { DEFAULT_DUE_WITHIN } from '@linchpin/backstage-plugin-incidents-common/actions';
import { DEFAULT_REVIEW_POLICY } from '@linchpin/backstage-plugin-incidents-common/reviews';
import knexFactory, { type Knex } from 'knex';
import { storyPlayback } from '../../../packages/backend/src/story/storyPlayback';
import {
  AlertmanagerSource,
  AlertSources,
} from '../../../plugins/incidents-backend/src/alerts';
import { readAlertsSettings } from '../../../plugins/incidents-backend/src/alerts/settings';
import { readChangesSettings } from '../../../plugins/incidents-backend/src/changes';
import { migrate } from '../../../plugins/incidents-backend/src/database/migrate';
import { play } from '../../../plugins/incidents-backend/src/playback/play';
import { EntityMatcher } from '../../../plugins/incidents-backend/src/routing';
import { sampleOrganisation } from './organisation';
import { config, roomsOver, silent } from './rooms';

/**
 * The year of the sample company up to `now`, played through the plugin's own
 * commands and clocks into a database in memory. Whoever gets it ends it.
 */
export async function playStory(now: string): Promise<Knex> {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  await migrate(knex);
  const time = { now: () => now };
  const { directory, routing } = roomsOver(knex, sampleOrganisation(), time);
  await play(storyPlayback({ logger: silent }), now, {
    knex,
    logger: silent,
    policy: DEFAULT_POLICY,
    reviewPolicy: DEFAULT_REVIEW_POLICY,
    actionPolicy: { dueWithin: DEFAULT_DUE_WITHIN, zone: 'UTC' },
    directory,
    routing,
    matcher: new EntityMatcher({
      knex,
      directory,
      matchLabels: ['service'],
      now: time,
    }),
    sources: new AlertSources([new AlertmanagerSource()]),
    alertsSettings: readAlertsSettings(config),
    changesSettings: readChangesSettings(config),
  });
  return knex;
}
