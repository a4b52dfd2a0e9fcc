import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { KeyStore } from './KeyStore';

const WRITTEN_EVERY_MS = 60_000;

/**
 * Writes down when keys were last used: beside the requests, and for each key once
 * a minute at most. The first use is written at once, so whoever tries a new key
 * sees it.
 */
export class KeyUsage {
  readonly #knex: Knex;
  readonly #keys: Pick<KeyStore, 'used'>;
  readonly #logger: LoggerService;
  /** In milliseconds since 1970. */
  readonly #writtenAt = new Map<string, number>();
  readonly #running = new Set<Promise<void>>();

  constructor(options: {
    knex: Knex;
    keys: Pick<KeyStore, 'used'>;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#keys = options.keys;
    this.#logger = options.logger;
  }

  note(keyId: string, now: string): void {
    const time = Date.parse(now);
    const writtenAt = this.#writtenAt.get(keyId);
    if (writtenAt !== undefined && time < writtenAt + WRITTEN_EVERY_MS) {
      return;
    }
    this.#writtenAt.set(keyId, time);
    const writing = this.#write(keyId, now).finally(() =>
      this.#running.delete(writing),
    );
    this.#running.add(writing);
  }

  /** Resolves when what was noted is written. */
  async flush(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #write(keyId: string, now: string): Promise<void> {
    try {
      await this.#keys.used(this.#knex, keyId, now);
    } catch (error) {
      this.#writtenAt.delete(keyId);
      this.#logger.warn('The last use of a key could not be written', {
        key: keyId,
        error: stringifyError(error),
      });
    }
  }
}
