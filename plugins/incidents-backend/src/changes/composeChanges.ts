import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';
import { ChangeIntake, type ChangedEntities } from './ChangeIntake';
import { ChangePruner } from './ChangePruner';
import { ChangeReader } from './ChangeReader';
import { ChangeStore } from './ChangeStore';
import type { ChangesSettings } from './settings';

/** The parts that take changes in and show them, for one source of time. */
export function composeChanges(options: {
  knex: Knex;
  settings: ChangesSettings;
  directory: Pick<CatalogDirectory, 'reader' | 'dependencies'>;
  entities: ChangedEntities;
  now: NowService;
}) {
  const { knex, settings, directory, entities, now } = options;
  const store = new ChangeStore();
  return {
    intake: new ChangeIntake({ knex, store, entities, now }),
    reader: new ChangeReader({
      knex,
      store,
      catalog: directory,
      nearBefore: settings.nearBefore,
      now,
    }),
    pruner: new ChangePruner({ knex, store, keepFor: settings.keepFor }),
  };
}
