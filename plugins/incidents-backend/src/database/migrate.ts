import {
  resolvePackagePath,
  type DatabaseService,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { assertSupported, makeDurable } from './dialect';

/** Brings the tables up to date. */
export async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@linchpin/backstage-plugin-incidents-backend',
      'migrations',
    ),
  });
}

/**
 * The plugin's database, ready for use.
 *
 * @throws Error where the engine is not supported.
 */
export async function openDatabase(
  database: DatabaseService,
  logger: LoggerService,
): Promise<{ knex: Knex; durable: boolean }> {
  const knex = await database.getClient();
  assertSupported(knex);
  const { durable } = await makeDurable(knex, logger);
  if (!database.migrations?.skip) {
    await migrate(knex);
  }
  return { knex, durable };
}
