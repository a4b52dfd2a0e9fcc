import type { Knex } from 'knex';
import type { Engine } from '../../backends/BackendDatabase';
import { AskingPageWatcher } from './AskingPageWatcher';
import type { PageWatcher } from './PageWatcher';
import { ToldPageWatcher } from './ToldPageWatcher';

export type { PageWatcher };

/** Watches for the pages of what comes from now on. */
export function watchPages(engine: Engine, knex: Knex): Promise<PageWatcher> {
  return engine === 'PostgreSQL'
    ? ToldPageWatcher.begin(knex)
    : AskingPageWatcher.begin(knex);
}
