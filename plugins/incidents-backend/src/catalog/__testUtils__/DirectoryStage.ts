import { mockServices } from '@backstage/backend-test-utils';
import {
  catalogServiceMock,
  type CatalogServiceMock,
} from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { CatalogDirectory } from '../CatalogDirectory';
import { readCatalogSettings } from '../settings';
import { entitiesOf, type EntitySketch } from './entitiesOf';

const START = Date.parse('2026-11-21T08:00:00.000Z');

/** A directory over a catalog that a test can change and take away, and a time that it moves. */
export class DirectoryStage {
  readonly knex: Knex;
  readonly catalog = catalogServiceMock.mock();
  readonly now = { now: () => new Date(this.#time).toISOString() };
  readonly logger = mockServices.logger.mock();
  readonly directory: CatalogDirectory;
  #time = START;

  static async open(
    knex: Knex,
    sketches: readonly EntitySketch[],
  ): Promise<DirectoryStage> {
    return new DirectoryStage(knex, sketches);
  }

  private constructor(knex: Knex, sketches: readonly EntitySketch[]) {
    this.knex = knex;
    this.has(sketches);
    this.directory = new CatalogDirectory({
      knex,
      catalog: this.catalog,
      auth: mockServices.auth(),
      logger: this.logger,
      now: this.now,
      settings: readCatalogSettings(mockServices.rootConfig()),
    });
  }

  /** From now on the catalog has these entities and no others. */
  has(sketches: readonly EntitySketch[]): void {
    this.#answerWith(catalogServiceMock({ entities: entitiesOf(sketches) }));
  }

  /** From now on the catalog fails. */
  isDown(): void {
    const fail = async () => {
      throw new Error('connect ECONNREFUSED');
    };
    this.catalog.getEntitiesByRefs.mockImplementation(fail);
    this.catalog.queryEntities.mockImplementation(fail);
    this.catalog.streamEntities.mockImplementation(async function* down() {
      await fail();
    });
  }

  /** Lets time pass. */
  pass(duration: { seconds?: number; minutes?: number }): void {
    this.#time +=
      (duration.seconds ?? 0) * 1_000 + (duration.minutes ?? 0) * 60_000;
  }

  /** How many questions the catalog was asked. */
  get questions(): number {
    const { getEntitiesByRefs, queryEntities, streamEntities } = this.catalog;
    return [getEntitiesByRefs, queryEntities, streamEntities].reduce(
      (sum, { mock }) => sum + mock.calls.length,
      0,
    );
  }

  /** How many SQL statements some work takes. */
  async statementsOf(work: () => Promise<unknown>): Promise<number> {
    let statements = 0;
    const count = () => {
      statements += 1;
    };
    this.knex.on('query', count);
    try {
      await work();
    } finally {
      this.knex.removeListener('query', count);
    }
    return statements;
  }

  #answerWith(catalog: CatalogServiceMock): void {
    this.catalog.getEntitiesByRefs.mockImplementation(request =>
      catalog.getEntitiesByRefs(request),
    );
    this.catalog.queryEntities.mockImplementation(request =>
      catalog.queryEntities(request),
    );
    this.catalog.streamEntities.mockImplementation(request =>
      catalog.streamEntities(request),
    );
  }
}
