import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Insights,
  NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';
import { AnswerMemory } from '../memory/AnswerMemory';
import type { Ownerless, OwnerlessEntities } from '../routing';

/** Of each that are named. */
const SHOWN = 50;

const WHOLE_CATALOG = 'whole catalog';

/** Longer than somebody tries filters, shorter than a team takes to mend it. */
const REMEMBERED_MS = 60_000;

type Readiness = Insights['readiness'];

/** What is not ready, whoever asks. */
interface Unready {
  ownerless: Ownerless;
  runbooks: { total: number; of: number; items: NamedRef[] };
}

/**
 * Reads what of the catalog is not ready for an incident. An entity of each owner is
 * routed for that, and what insights are narrowed to makes no difference: for a
 * minute it is remembered.
 */
export class ReadinessReader {
  readonly #knex: Knex;
  readonly #directory: Pick<CatalogDirectory, 'reader' | 'picker'>;
  readonly #ownerless: OwnerlessEntities;
  readonly #unready: AnswerMemory<Unready>;

  constructor(options: {
    knex: Knex;
    directory: Pick<CatalogDirectory, 'reader' | 'picker'>;
    ownerless: OwnerlessEntities;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
    this.#ownerless = options.ownerless;
    this.#unready = new AnswerMemory({
      now: options.now,
      forMs: REMEMBERED_MS,
      capacity: 1,
    });
  }

  /** All is counted; named is what the asking person may see in the catalog. */
  async read(credentials: BackstageCredentials): Promise<Readiness> {
    const { ownerless, runbooks } = await this.#unready.ask(WHOLE_CATALOG, () =>
      this.#findUnready(),
    );
    const { of, items, totals } = ownerless;
    const noOwner = items.filter(({ why }) => why === 'no-owner');
    const badOwner = items.filter(({ why }) => why !== 'no-owner');
    const visible = await this.#directory.picker
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

  async #findUnready(): Promise<Unready> {
    const [ownerless, runbooks] = await Promise.all([
      this.#ownerless.read(SHOWN),
      this.#directory.reader.withoutRunbook(this.#knex, SHOWN),
    ]);
    return { ownerless, runbooks };
  }
}
