import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';
import { inTransaction } from '../database/inTransaction';
import { inserting } from '../database/inserting';
import { AnswerMemory } from '../memory/AnswerMemory';
import type { EntityContext, EntityContextBuilder } from './EntityContext';

/** Entities in one go: some milliseconds on SQLite, which stands still meanwhile. */
const PORTION = 100;

/**
 * Many look at the same entities at the same time. What another process has read of the
 * catalog is seen so much later here. Some megabytes.
 */
const REMEMBERED = { forMs: 10_000, capacity: 1_000 };

/**
 * The `entity_contexts` table: a context for each entity that something can be
 * wrong with, computed ahead so that a card costs one look at most, however far its
 * owner is. It is as old as the last reading of the catalog, minutes at most; what
 * somebody is told of is routed by what the catalog says at that moment.
 */
export class EntityContexts {
  readonly #knex: Knex;
  readonly #directory: Pick<CatalogDirectory, 'reader'>;
  readonly #builder: EntityContextBuilder;
  readonly #known: AnswerMemory<EntityContext>;

  constructor(options: {
    knex: Knex;
    directory: Pick<CatalogDirectory, 'reader'>;
    builder: EntityContextBuilder;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
    this.#builder = options.builder;
    this.#known = new AnswerMemory({ ...REMEMBERED, now: options.now });
  }

  /** The context of an entity; computed now for one that no reading has seen yet. */
  of(entityRef: string): Promise<EntityContext> {
    return this.#known.ask(entityRef, () => this.#look(entityRef));
  }

  /** Computes all of them from the directory and writes down what differs. */
  async rebuild(): Promise<void> {
    const { reader } = this.#directory;
    const portions = reader.inPortions(this.#knex, PORTION);
    for await (const refs of portions) {
      const contexts = await this.#builder.of(refs);
      await inTransaction(this.#knex, tx => write(tx, contexts));
      await nextTurn();
    }
    await this.#knex('entity_contexts')
      .whereNotIn(
        'entity_ref',
        this.#knex('directory_entities')
          .whereNull('gone_at')
          .select('entity_ref'),
      )
      .delete();
    this.#known.clear();
  }

  async #look(entityRef: string): Promise<EntityContext> {
    const row = await this.#knex('entity_contexts')
      .where({ entity_ref: entityRef })
      .first('context');
    if (row) {
      return JSON.parse(row.context);
    }
    const [context] = await this.#builder.of([entityRef]);
    return context;
  }
}

async function write(
  tx: Knex.Transaction,
  contexts: readonly EntityContext[],
): Promise<void> {
  if (contexts.length === 0) {
    return;
  }
  await inserting(
    tx,
    'entity_contexts',
    contexts.map(context => ({
      entity_ref: context.entity.ref,
      context: JSON.stringify(context),
    })),
  )
    .onConflict('entity_ref')
    .merge(['context'])
    .where('entity_contexts.context', '<>', tx.ref('excluded.context'));
}
