import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';

/** The most pages that SQLite can have. */
const UNLIMITED = 4_294_967_294;

/**
 * A disk that is full when the process gets SIGUSR2, and has room again at the
 * next one: SQLite is told that its file cannot grow.
 */
export default createBackendModule({
  pluginId: 'incidents',
  moduleId: 'small-disk',
  register(env) {
    env.registerInit({
      deps: { database: coreServices.database },
      async init({ database }) {
        const knex = await database.getClient();
        let isFull = false;
        process.on('SIGUSR2', async () => {
          isFull = !isFull;
          // SQLite takes the number of pages that there are where it is told fewer.
          await knex.raw(`pragma max_page_count = ${isFull ? 1 : UNLIMITED}`);
        });
      },
    });
  },
});
