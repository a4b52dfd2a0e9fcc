import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  coreServices,
  createBackendFeatureLoader,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { RequestHandler } from 'express';
import type { Knex } from 'knex';

/** The header of an answer that says how many SQL statements our plugin needed for it. */
export const STATEMENTS_HEADER = 'x-sql-statements';

/** Tables that the platform keeps in each plugin's database, such as its keys. */
const OF_THE_PLATFORM = 'backstage_backend_';

/** Counts the statements of each request, and not those of the engines beside it. */
class StatementCounter {
  readonly #watched = new WeakSet<Knex>();
  readonly #requests = new AsyncLocalStorage<{ statements: number }>();

  /** Each part of the plugin asks for the same client. */
  watch(knex: Knex): void {
    if (this.#watched.has(knex)) {
      return;
    }
    this.#watched.add(knex);
    knex.on('query', ({ sql }: { sql: string }) => {
      const request = this.#requests.getStore();
      if (request && !sql.includes(OF_THE_PLATFORM)) {
        request.statements += 1;
      }
    });
  }

  readonly middleware: RequestHandler = (_req, res, next) => {
    const request = { statements: 0 };
    const writeHead = res.writeHead.bind(res);
    res.writeHead = ((...args: Parameters<typeof writeHead>) => {
      res.setHeader(STATEMENTS_HEADER, request.statements);
      return writeHead(...args);
    }) as typeof res.writeHead;
    this.#requests.run(request, next);
  };
}

const countedDatabase = (counter: StatementCounter) =>
  createServiceFactory({
    service: coreServices.database,
    deps: {
      config: coreServices.rootConfig,
      lifecycle: coreServices.lifecycle,
      logger: coreServices.logger,
      plugin: coreServices.pluginMetadata,
      rootLifecycle: coreServices.rootLifecycle,
      rootLogger: coreServices.rootLogger,
    },
    createRootContext: ({ config, rootLifecycle, rootLogger }) =>
      DatabaseManager.fromConfig(config, { rootLifecycle, rootLogger }),
    factory({ lifecycle, logger, plugin }, manager) {
      const database = manager.forPlugin(plugin.getId(), { lifecycle, logger });
      return {
        ...database,
        async getClient() {
          const knex = await database.getClient();
          if (plugin.getId() === 'incidents') {
            counter.watch(knex);
          }
          return knex;
        },
      };
    },
  });

export default createBackendFeatureLoader({
  *loader() {
    const counter = new StatementCounter();
    yield countedDatabase(counter);
    yield rootHttpRouterServiceFactory({
      configure({ app, applyDefaults }) {
        app.use(counter.middleware);
        applyDefaults();
      },
    });
  },
});
