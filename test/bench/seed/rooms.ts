import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { CatalogDirectory } from '../../../plugins/incidents-backend/src/catalog';
import { readCatalogSettings } from '../../../plugins/incidents-backend/src/catalog/settings';
import {
  EntityContextBuilder,
  EntityContexts,
  RoutingService,
} from '../../../plugins/incidents-backend/src/routing';

/** Nothing is configured. */
export const config = new ConfigReader({});

/** Whoever fills a database hears of failures as exceptions. */
export const silent: LoggerService = {
  error(message) {
    throw new Error(message);
  },
  warn(message) {
    throw new Error(message);
  },
  info() {},
  debug() {},
  child: () => silent,
};

/** The plugin's own rooms over a catalog that is all there, in the process that fills a database. */
export function roomsOver(knex: Knex, entities: Entity[], now: NowService) {
  const directory = new CatalogDirectory({
    knex,
    catalog: new InMemoryCatalogClient({ entities }),
    auth: {
      async getOwnServiceCredentials() {
        return { $$type: '@backstage/BackstageCredentials', principal: {} };
      },
    } as unknown as AuthService,
    logger: silent,
    now,
    settings: readCatalogSettings(config),
  });
  const routing = new RoutingService({
    knex,
    directory,
    policy: { maxPeople: 20 },
  });
  const contexts = new EntityContexts({
    knex,
    directory,
    builder: new EntityContextBuilder({ knex, directory, routing }),
    now,
  });
  directory.refresh.onRead(() => contexts.rebuild());
  return { directory, routing };
}
