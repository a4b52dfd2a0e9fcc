import { PostgresServer } from '../postgres/server.mjs';

const CONNECTION_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * Runs `work` with a PostgreSQL server that lives as long as it does.
 *
 * @param work gets the variables by which database tests find the server
 */
export async function withPostgres(work) {
  if (process.env[CONNECTION_VARIABLE]) {
    return work({ BACKSTAGE_TEST_DISABLE_DOCKER: '1' });
  }
  const server = await PostgresServer.create({ durable: false });
  try {
    return await work({
      [CONNECTION_VARIABLE]: server.connectionString,
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    });
  } finally {
    await server.remove();
  }
}
