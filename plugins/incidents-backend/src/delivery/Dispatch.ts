import { toError } from '@backstage/errors';
import type { DeliveryChannel, OutboxRenderer } from './DeliveryChannel';
import type { OutboxMessage } from './outbox';
import { withTimeLimit } from './withTimeLimit';

const ATTEMPT_LIMIT_MS = 30_000;

/** Finds the words of a message and sends it, by what is registered for its kind and its channel. */
export class Dispatch {
  readonly #attemptLimitMs: number;
  readonly #renderers = new Map<string, OutboxRenderer>();
  readonly #channels = new Map<string, DeliveryChannel>();

  /** @param attemptLimitMs - how long one attempt may take; 30 s unless told */
  constructor(options: { attemptLimitMs?: number }) {
    this.#attemptLimitMs = options.attemptLimitMs ?? ATTEMPT_LIMIT_MS;
  }

  registerRenderer(subjectKind: string, renderer: OutboxRenderer): void {
    this.#renderers.set(subjectKind, renderer);
  }

  registerChannel(channel: DeliveryChannel): void {
    this.#channels.set(channel.id, channel);
  }

  /** @returns why it did not arrive, where it did not; superseded where it has nothing to say any more */
  async attempt(
    message: OutboxMessage,
  ): Promise<'sent' | 'superseded' | Error> {
    try {
      return await withTimeLimit(
        this.#renderAndDeliver(message),
        this.#attemptLimitMs,
      );
    } catch (error) {
      return toError(error);
    }
  }

  async #renderAndDeliver(
    message: OutboxMessage,
  ): Promise<'sent' | 'superseded'> {
    const renderer = this.#renderers.get(message.subjectKind);
    const channel = this.#channels.get(message.channel);
    if (!renderer || !channel) {
      throw new Error(
        `Nothing here ${
          renderer
            ? `sends by ${message.channel}`
            : `has words for ${message.subjectKind}`
        }`,
      );
    }
    const rendered = await renderer.render(message);
    if (!rendered) {
      return 'superseded';
    }
    await channel.deliver({
      key: message.key,
      ...(message.recipient && { recipientRef: message.recipient.ref }),
      message: rendered,
    });
    return 'sent';
  }
}
