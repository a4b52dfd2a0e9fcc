import type { AuditorService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import {
  isKeyShaped,
  refusalOfKey,
  type IntegrationKeyState,
  type KeyRefusal,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { OverloadedError } from '../http/OverloadedError';
import type { KeyMetrics } from './KeyMetrics';
import type { KeyRates } from './KeyRates';
import type { KeyStore } from './KeyStore';
import type { KeyUsage } from './KeyUsage';
import { hashOf } from './secret';

/** What senders of a source understand. */
export interface KeySources {
  get(id: string): { overloadStatus: 503 | 429 };
}

/** Lets senders in by their keys. */
export class KeyGate {
  readonly #knex: Knex;
  readonly #keys: KeyStore;
  readonly #sources: KeySources;
  readonly #rates: KeyRates;
  readonly #usage: KeyUsage;
  readonly #metrics: KeyMetrics;
  readonly #auditor: AuditorService;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    keys: KeyStore;
    sources: KeySources;
    rates: KeyRates;
    usage: KeyUsage;
    metrics: KeyMetrics;
    auditor: AuditorService;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#keys = options.keys;
    this.#sources = options.sources;
    this.#rates = options.rates;
    this.#usage = options.usage;
    this.#metrics = options.metrics;
    this.#auditor = options.auditor;
    this.#now = options.now;
  }

  /**
   * The key that a sender shows to a source. It is read each time, so that a
   * revoked one is refused by every replica at once.
   *
   * @throws AuthenticationError where it is not accepted, which is audited;
   * OverloadedError where it has sent too much
   */
  async admit(
    req: Request,
    secret: string,
    source: string,
  ): Promise<Pick<IntegrationKeyState, 'id' | 'forRef'>> {
    const key = isKeyShaped(secret)
      ? await this.#keys.byHash(this.#knex, hashOf(secret))
      : undefined;
    const refusal = refusalOfKey(key, source);
    if (!key || refusal) {
      throw await this.#refused(req, source, refusal ?? 'unknown', key);
    }
    const now = this.#now.now();
    const waitMs = this.#rates.take(key.id, now);
    if (waitMs > 0) {
      this.#metrics.refused('over-rate');
      throw new OverloadedError({
        statusCode: this.#sources.get(source).overloadStatus,
        reason: 'This integration key has sent too many messages',
        retryAfterSeconds: Math.ceil(waitMs / 1000),
      });
    }
    this.#usage.note(key.id, now);
    return { id: key.id, forRef: key.forRef };
  }

  async #refused(
    req: Request,
    source: string,
    refusal: KeyRefusal,
    key: IntegrationKeyState | undefined,
  ): Promise<AuthenticationError> {
    const error = new AuthenticationError(wordsOf(refusal, source, key));
    this.#metrics.refused(refusal);
    const event = await this.#auditor.createEvent({
      eventId: 'key-refuse',
      severityLevel: 'medium',
      request: req,
      meta: { source, reason: refusal, ...(key && { key: key.id }) },
    });
    await event.fail({ error });
    return error;
  }
}

function wordsOf(
  refusal: KeyRefusal,
  source: string,
  key: IntegrationKeyState | undefined,
): string {
  switch (refusal) {
    case 'revoked':
      return `The integration key was revoked at ${key?.revokedAt}`;
    case 'other-source':
      return `The integration key is for messages of '${key?.source}', not of '${source}'`;
    default:
      return 'There is no such integration key; it may be mistyped or cut short';
  }
}
