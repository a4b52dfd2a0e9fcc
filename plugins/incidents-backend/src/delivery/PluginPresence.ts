import type { DiscoveryService } from '@backstage/backend-plugin-api';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';

/** Whether a plugin's backend is there. `unknown`: it does not answer properly. */
export type Presence = 'installed' | 'not installed' | 'unknown';

const FRESH_FOR_MS: Record<Presence, number> = {
  installed: 5 * 60_000,
  'not installed': 10_000,
  unknown: 10_000,
};
const ANSWER_WITHIN_MS = 5_000;

/**
 * Finds out whether another plugin's backend is installed, by asking for its
 * public keys: every plugin of the portal's backend serves them without
 * credentials, and the portal itself looks there before it calls a plugin.
 */
export class PluginPresence {
  readonly #pluginId: string;
  readonly #discovery: DiscoveryService;
  readonly #now: NowService;
  #known: { presence: Presence; until: number } | undefined;
  #looking: Promise<Presence> | undefined;
  #wasInstalled = false;

  constructor(options: {
    pluginId: string;
    discovery: DiscoveryService;
    now: NowService;
  }) {
    this.#pluginId = options.pluginId;
    this.#discovery = options.discovery;
    this.#now = options.now;
  }

  /** Never fails. An answer is kept for five minutes, or ten seconds where there was none. */
  async look(): Promise<Presence> {
    const now = Date.parse(this.#now.now());
    if (this.#known && now < this.#known.until) {
      return this.#known.presence;
    }
    this.#looking ??= this.#ask();
    const presence = await this.#looking;
    this.#looking = undefined;
    this.#known = { presence, until: now + FRESH_FOR_MS[presence] };
    return presence;
  }

  async #ask(): Promise<Presence> {
    try {
      const baseUrl = await this.#discovery.getBaseUrl(this.#pluginId);
      const { ok, status } = await fetch(
        `${baseUrl}/.backstage/auth/v1/jwks.json`,
        { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) },
      );
      this.#wasInstalled ||= ok;
      if (ok) {
        return 'installed';
      }
      // What was there and is gone is being deployed: it will be back.
      return status === 404 && !this.#wasInstalled
        ? 'not installed'
        : 'unknown';
    } catch {
      return 'unknown';
    }
  }
}
