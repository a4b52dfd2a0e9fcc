import { randomUUID } from 'node:crypto';
import { withoutKeys } from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { GroupCommit } from '../database/GroupCommit';
import { orComeAgain } from '../http/orComeAgain';
import { OverloadedError } from '../http/OverloadedError';
import type { AlertMetrics } from './AlertMetrics';
import type { AlertSources } from './AlertSources';
import type { Backlog } from './Backlog';
import type { DeliveryStore, KeptMessage, KeyOfMessage } from './DeliveryStore';

/** A message as it was posted. */
export interface PostedMessage {
  /** Parsed as JSON. */
  body: unknown;
  /** As it came. */
  text: string;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The integration key that it came by; undefined for a token of the portal. */
  key?: KeyOfMessage;
}

const RETRY_AFTER_SECONDS = 30;

/** Together they are one insert statement. */
const KEPT_TOGETHER = 100;

/** What a kept message must not hold. */
const CREDENTIAL = /authorization|cookie|token|secret|password|api-?key/;

/**
 * Takes messages of senders in: kept first, processed afterwards. What it answers
 * for survives the end of the process.
 */
export class IntakeService {
  readonly #sources: AlertSources;
  readonly #backlog: Backlog;
  readonly #overloadAfter: number;
  readonly #now: NowService;
  readonly #metrics: AlertMetrics;
  readonly #onKept: () => void;
  readonly #keep: GroupCommit<KeptMessage>;

  constructor(options: {
    knex: Knex;
    sources: AlertSources;
    deliveries: DeliveryStore;
    backlog: Backlog;
    /** In milliseconds. */
    overloadAfter: number;
    now: NowService;
    metrics: AlertMetrics;
    /** There is something to process; a hint. */
    onKept: () => void;
  }) {
    this.#sources = options.sources;
    this.#backlog = options.backlog;
    this.#overloadAfter = options.overloadAfter;
    this.#now = options.now;
    this.#metrics = options.metrics;
    this.#onKept = options.onKept;
    this.#keep = new GroupCommit({
      commit: messages => options.deliveries.keep(options.knex, messages),
      largest: KEPT_TOGETHER,
    });
  }

  /**
   * Whether a source may send now; to be asked before its message is read.
   *
   * @throws NotFoundError where there is no such source; OverloadedError with the
   * status that its senders understand
   */
  async admit(sourceId: string): Promise<void> {
    const source = this.#sources.get(sourceId);
    const { oldestMs } = await orComeAgain(this.#backlog.read());
    if (oldestMs > this.#overloadAfter) {
      throw new OverloadedError({
        statusCode: source.overloadStatus,
        reason: 'Alerts are being processed too slowly at the moment',
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    }
  }

  /**
   * Keeps a message. Resolves when it is committed.
   *
   * @throws NotFoundError where there is no such source; InputError naming the
   * field where the message is none of the source's protocol; ServiceUnavailableError
   * where the database takes nothing at the moment
   */
  async receive(
    sourceId: string,
    message: PostedMessage,
  ): Promise<{ deliveryId: string; alerts: number }> {
    const source = this.#sources.get(sourceId);
    const receivedAt = this.#now.now();
    const headers = keptHeaders(message.headers);
    const { alerts, rejected } = source.parse({
      body: message.body,
      headers,
      receivedAt,
    });
    const deliveryId = randomUUID();
    await orComeAgain(
      this.#keep.add({
        id: deliveryId,
        source: source.id,
        receivedAt,
        headers,
        body: message.text,
        ...(message.key && { key: message.key }),
      }),
    );
    this.#metrics.accepted(source.id, alerts.length + rejected.length);
    this.#onKept();
    return { deliveryId, alerts: alerts.length };
  }
}

/** Proxies may repeat the URL, so a key may stand in any of them. */
function keptHeaders(
  headers: PostedMessage['headers'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || CREDENTIAL.test(name)
        ? []
        : [[name, withoutKeys([value].flat().join(', '))]],
    ),
  );
}
