import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Insights,
  NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';
import type { OwnerlessEntities } from '../routing';

/** Of each that are named. */
const SHOWN = 50;

type Readiness = Insights['readiness'];

/** Reads what of the catalog is not ready for an incident. */
export class ReadinessReader {
  readonly #knex: Knex;
  readonly #directory: Pick<CatalogDirectory, 'reader' | 'picker'>;
  readonly #ownerless: OwnerlessEntities;

  constructor(options: {
    knex: Knex;
    directory: Pick<CatalogDirectory, 'reader' | 'picker'>;
    ownerless: OwnerlessEntities;
  }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
    this.#ownerless = options.ownerless;
  }

  /** All is counted; named is what the asking person may see in the catalog. */
  async read(credentials: BackstageCredentials): Promise<Readiness> {
    const { reader, picker } = this.#directory;
    const [{ of, items, totals }, runbooks] = await Promise.all([
      this.#ownerless.read(SHOWN),
      reader.withoutRunbook(this.#knex, SHOWN),
    ]);
    const noOwner = items.filter(({ why }) => why === 'no-owner');
    const badOwner = items.filter(({ why }) => why !== 'no-owner');
    const visible = await picker
      .visibleTo(credentials, [
        ...items.map(({ entity }) => entity.ref),
        ...runbooks.items.map(({ ref }) => ref),
      ])
      .catch(() => new Set<string>());
    const seen = (entities: readonly NamedRef[]) =>
      entities.filter(({ ref }) => visible.has(ref));
    return {
      noOwner: seen(noOwner.map(({ entity }) => entity)),
      ownerWithoutMembers: seen(badOwner.map(({ entity }) => entity)),
      noRunbook: seen(runbooks.items),
      counts: {
        noOwner: { n: totals['no-owner'], of },
        ownerWithoutMembers: {
          n: totals['owner-empty'] + totals['owner-not-in-catalog'],
          of,
        },
        noRunbook: { n: runbooks.total, of: runbooks.of },
      },
    };
  }
}
