import {
  resolvePackagePath,
  type DatabaseService,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import {
  assertSupported,
  exclusively,
  makeDurable,
  sendAhead,
} from './dialect';

/**
 * Brings the tables up to date. Replicas that start together take turns, so a
 * lock of knex's that is found is that of a process which died. Tables that a
 * newer release has brought further are left as they are: two releases run side
 * by side during an upgrade.
 */
export async function migrate(knex: Knex): Promise<void> {
  const config: Knex.MigratorConfig = {
    directory: resolvePackagePath(
      '@linchpin/backstage-plugin-incidents-backend',
      'migrations',
    ),
    disableMigrationsListValidation: true,
  };
  await exclusively(knex, async () => {
    await knex.migrate.forceFreeMigrationsLock(config);
    await knex.migrate.latest(config);
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
  sendAhead(knex);
  const { durable } = await makeDurable(knex, logger);
  if (!database.migrations?.skip) {
    await migrate(knex);
  }
  return { knex, durable };
}
