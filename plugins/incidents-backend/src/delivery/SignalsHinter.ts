import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';

const WINDOW_MS = 100;

/**
 * Tells open screens that something has changed, after the commit. Only a hint
 * to fetch again: it carries ids, goes to named people and is never broadcast,
 * because a broadcast reaches sockets that nobody has signed in on. It may be
 * lost, as where the signals plugin is not installed.
 */
export class SignalsHinter {
  readonly #signals: SignalsService;
  readonly #channel: string;
  readonly #logger: LoggerService;
  #idsByUser = new Map<string, Set<string>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    signals: SignalsService;
    channel: string;
    logger: LoggerService;
  }) {
    this.#signals = options.signals;
    this.#channel = options.channel;
    this.#logger = options.logger;
  }

  /**
   * Hints that come close together are sent as one.
   *
   * @param ids - what has changed
   * @param userRefs - who may know of all of it
   */
  hint(ids: readonly string[], userRefs: readonly string[]): void {
    for (const userRef of userRefs) {
      const known = this.#idsByUser.get(userRef) ?? new Set();
      this.#idsByUser.set(userRef, new Set([...known, ...ids]));
    }
    this.#timer ??= setTimeout(() => this.flush(), WINDOW_MS);
  }

  /** Sends what has gathered. Never fails. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const gathered = this.#idsByUser;
    this.#idsByUser = new Map();
    for (const { ids, userRefs } of bySameIds(gathered)) {
      await this.#publish(ids, userRefs);
    }
  }

  async #publish(ids: string[], userRefs: string[]): Promise<void> {
    try {
      await this.#signals.publish({
        recipients: { type: 'user', entityRef: userRefs },
        channel: this.#channel,
        message: { action: 'changed', ids },
      });
    } catch (error) {
      this.#logger.debug('Open screens were not told', toError(error));
    }
  }
}

/** Nobody learns of an id that was not for them. */
function bySameIds(
  idsByUser: ReadonlyMap<string, ReadonlySet<string>>,
): { ids: string[]; userRefs: string[] }[] {
  const bySet = new Map<string, { ids: string[]; userRefs: string[] }>();
  for (const [userRef, set] of idsByUser) {
    const ids = [...set].sort();
    const same = bySet.get(ids.join('|'));
    if (same) {
      same.userRefs.push(userRef);
    } else {
      bySet.set(ids.join('|'), { ids, userRefs: [userRef] });
    }
  }
  return [...bySet.values()];
}
