import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { BackendProcess } from '../backends/BackendProcess';
import { Caller } from '../backends/Caller';
import { SqliteFolder } from '../backends/SqliteFolder';

/** The token of `app-config.yaml` for alert sources. */
export const ALERT_TOKEN = 'sample-token-for-alert-sources';

/** One of each team of which tests send alerts. */
const SERVICES = ['payments-api', 'fare-search', 'booking-web', 'seat-map'];

/** The sample portal's backend, on an empty database that outlives its process. */
export class Portal {
  readonly #folder: string;
  readonly #backend: BackendProcess;

  static async create(): Promise<Portal> {
    const folder = await mkdtemp(join(tmpdir(), 'linchpin-portal-'));
    const database = await SqliteFolder.create(join(folder, 'database'));
    const portal = new Portal(
      folder,
      await BackendProcess.create({
        name: 'backend',
        folder,
        program: {
          file: 'packages/backend/src/index.ts',
          folder: 'packages/backend',
        },
        config: [
          'app-config.yaml',
          { backend: { database: database.config }, story: { play: false } },
        ],
        env: { NODE_ENV: 'development' },
      }),
    );
    await portal.start();
    return portal;
  }

  private constructor(folder: string, backend: BackendProcess) {
    this.#folder = folder;
    this.#backend = backend;
  }

  get url(): string {
    return this.#backend.url;
  }

  /** Starts the process and waits until it knows the catalog. */
  async start(): Promise<void> {
    await this.#backend.start();
    await expect
      .poll(() => this.#knowsTheCatalog(), {
        message: 'The backend knows the catalog',
        timeout: 90_000,
      })
      .toBe(true);
  }

  /** Ends the process as a power cut would. */
  kill(): Promise<void> {
    return this.#backend.kill();
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** What the backend has written, for whoever must find out why a test failed. */
  log(): Promise<string> {
    return this.#backend.log();
  }

  /** Asks as the guest of the sample organisation, who is in the team Payments. */
  async get<T>(path: string): Promise<T> {
    const guest = await Caller.signIn(this.url, 'guest');
    return guest.get(path);
  }

  /** Does something as the same guest. */
  async post<T>(path: string, body: unknown): Promise<T> {
    const guest = await Caller.signIn(this.url, 'guest');
    const response = await guest.post(path, body);
    expect(response.ok).toBe(true);
    return response.json();
  }

  /** The catalog's files are read one after the other. */
  async #knowsTheCatalog(): Promise<boolean> {
    try {
      const found = await Promise.all(
        SERVICES.map(service =>
          this.get<{ items: unknown[] }>(
            `/incidents/options/entities?q=${service}`,
          ),
        ),
      );
      return found.every(({ items }) => items.length > 0);
    } catch {
      return false;
    }
  }
}
