import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';

const REPOSITORY = resolve(__dirname, '../..');
const TRANSFORM =
  require.resolve('@backstage/cli-node/config/nodeTransform.cjs');

/** The token of `app-config.yaml` for alert sources. */
export const ALERT_TOKEN = 'sample-token-for-alert-sources';

/** Beside the portals that somebody may have running. */
const PORT = 7207;

/** The sample portal's backend as a process of its own, on an empty database that outlives it. */
export class Portal {
  readonly url = `http://localhost:${PORT}`;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  static async create(): Promise<Portal> {
    const portal = new Portal(
      await mkdtemp(join(tmpdir(), 'linchpin-alertmanager-portal-')),
    );
    await portal.start();
    return portal;
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Starts the process and waits until it knows the catalog. */
  async start(): Promise<void> {
    const log = await open(join(this.#folder, 'backend.log'), 'a');
    this.#process = spawn(
      process.execPath,
      ['--require', TRANSFORM, 'src/index.ts'],
      {
        cwd: join(REPOSITORY, 'packages/backend'),
        env: {
          ...process.env,
          APP_CONFIG_app_baseUrl: this.url,
          APP_CONFIG_backend_baseUrl: this.url,
          APP_CONFIG_backend_listen_port: String(PORT),
          APP_CONFIG_backend_database_connection_directory: join(
            this.#folder,
            'database',
          ),
          APP_CONFIG_story_play: 'false',
          NODE_ENV: 'development',
        },
        stdio: ['ignore', log.fd, log.fd],
      },
    );
    await log.close();
    await expect
      .poll(() => this.#knowsTheCatalog(), {
        message: 'The backend knows the catalog',
        timeout: 90_000,
      })
      .toBe(true);
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    if (this.#process && this.#process.exitCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await ended;
    }
    this.#process = undefined;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** What the backend has written, for whoever must find out why a test failed. */
  async log(): Promise<string> {
    return readFile(join(this.#folder, 'backend.log'), 'utf8');
  }

  /** Asks as the guest of the sample organisation, who is in the team Payments. */
  async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}/api${path}`, {
      headers: { Authorization: `Bearer ${await this.#guestToken()}` },
    });
    expect(response.status, `GET ${path}`).toBe(200);
    return response.json();
  }

  async #guestToken(): Promise<string> {
    const response = await fetch(`${this.url}/api/auth/persona/refresh`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await response.json();
    return backstageIdentity.token;
  }

  async #knowsTheCatalog(): Promise<boolean> {
    try {
      const { items } = await this.get<{ items: unknown[] }>(
        '/incidents/options/entities?q=payments-api',
      );
      return items.length > 0;
    } catch {
      return false;
    }
  }
}
