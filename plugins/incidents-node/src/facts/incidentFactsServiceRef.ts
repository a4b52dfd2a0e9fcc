import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type AuthService,
  type BackstageCredentials,
  type DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { EntityFacts } from '@linchpin/backstage-plugin-incidents-common';

/**
 * Tells other plugins what the incidents of an entity amount to, as for scorecards.
 *
 * @public
 */
export interface IncidentFactsService {
  /**
   * Facts of entities, in the order of their refs, as far as whoever the credentials
   * are of may read incidents; a service never sees private ones.
   *
   * @param entityRefs - Such as `component:default/payments-api`; any number.
   * @throws ResponseError where incidents may not be read, or a ref is none.
   */
  of(
    entityRefs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<EntityFacts[]>;
}

/** As many as the backend answers for at once. */
const AT_ONCE = 20;

class FactsClient implements IncidentFactsService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async of(
    entityRefs: readonly string[],
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<EntityFacts[]> {
    const facts: EntityFacts[] = [];
    for (let start = 0; start < entityRefs.length; start += AT_ONCE) {
      const refs = entityRefs.slice(start, start + AT_ONCE);
      facts.push(...(await this.#ask(refs, credentials)));
    }
    return facts;
  }

  async #ask(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<EntityFacts[]> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'incidents',
    });
    const base = await this.#discovery.getBaseUrl('incidents');
    const query = new URLSearchParams({ entity: refs.join(',') });
    const response = await fetch(`${base}/facts?${query}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { items } = await response.json();
    return items;
  }
}

/**
 * The service that tells what the incidents of an entity amount to. Any plugin may
 * depend on it; where the incidents backend runs does not matter.
 *
 * @public
 */
export const incidentFactsServiceRef = createServiceRef<IncidentFactsService>({
  id: 'incidents.facts',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new FactsClient(deps),
    }),
});
