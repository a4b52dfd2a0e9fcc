import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { SearchDocumentPage } from '@linchpin/backstage-plugin-incidents-common';

const PLUGIN = 'incidents';
const AT_ONCE = 200;

/** What the incidents backend lets services read, for an index. */
export class SearchDocumentsClient {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /**
   * One page of a list, from its beginning or where another one says that it goes on.
   *
   * @throws ResponseError where the incidents backend refuses
   */
  async page(path: string, cursor?: string): Promise<SearchDocumentPage> {
    const query = new URLSearchParams({
      limit: String(AT_ONCE),
      ...(cursor && { cursor }),
    });
    // For each page anew: a long list outlives a token.
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN,
    });
    const response = await fetch(
      `${await this.#discovery.getBaseUrl(PLUGIN)}${path}?${query}`,
      { headers: { Authorization: `Bearer ${token}` } },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
