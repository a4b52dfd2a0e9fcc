import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What entities are annotated with, asked of the catalog each time: it is needed too seldom to be kept. */
export class LiveAnnotations {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /**
   * None where there is no such entity.
   *
   * @throws what the catalog throws where it does not answer
   */
  async annotationsOf(
    entityRef: string,
  ): Promise<Readonly<Record<string, string>>> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [entityRef], fields: ['metadata.annotations'] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items[0]?.metadata?.annotations ?? {};
  }
}
