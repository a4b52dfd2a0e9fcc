import type { AuthService } from '@backstage/backend-plugin-api';
import type { QueryEntitiesInitialRequest } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import { CustomErrorBase } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';

const PAGE_SIZE = 500;
const FOUND_MAX = 100;

/** An alert waits no longer for the catalog. */
const ANSWER_WITHIN_MS = 5_000;

/** After a failed question the next one is asked this much later. */
const HOLD_OFF_MS = 10_000;

/**
 * A question to the catalog. Its older `filter` takes values apart at commas, so
 * what alerts say must not get into one.
 */
export type CatalogQuery = NonNullable<QueryEntitiesInitialRequest['query']>;

/** The catalog could not be asked, or did not answer in time. */
export class CatalogUnavailableError extends CustomErrorBase {
  name = 'CatalogUnavailableError' as const;
}

/**
 * The live catalog as this plugin itself sees it, all of it, whatever a user may
 * see. A catalog that does not answer is left alone for a few seconds, so that it
 * costs one alert its time-out and not each of them.
 */
export class CatalogSource {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #fields: string[];
  readonly #now: NowService;
  #silentSince: number | undefined;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    fields: string[];
    now: NowService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#fields = options.fields;
    this.#now = options.now;
  }

  /** The whole catalog, page by page. */
  async *pages(): AsyncIterable<Entity[]> {
    yield* this.#catalog.streamEntities(
      { fields: this.#fields, pageSize: PAGE_SIZE, totalItems: 'exclude' },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
  }

  /**
   * The entities behind refs, as far as they exist.
   *
   * @throws CatalogUnavailableError
   */
  async byRefs(refs: readonly string[]): Promise<Entity[]> {
    const { items } = await this.#ask(async () =>
      this.#catalog.getEntitiesByRefs(
        { entityRefs: [...refs], fields: this.#fields },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      ),
    );
    return items.filter(item => item !== undefined);
  }

  /**
   * A bounded number of entities that answer a question.
   *
   * @throws CatalogUnavailableError
   */
  async matching(query: CatalogQuery): Promise<Entity[]> {
    const { items } = await this.#ask(async () =>
      this.#catalog.queryEntities(
        {
          query,
          fields: this.#fields,
          limit: FOUND_MAX,
          totalItems: 'exclude',
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      ),
    );
    return items;
  }

  async #ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    const time = Date.parse(this.#now.now());
    if (
      this.#silentSince !== undefined &&
      time - this.#silentSince < HOLD_OFF_MS
    ) {
      throw new CatalogUnavailableError(
        'The catalog did not answer a moment ago',
      );
    }
    try {
      const answer = await inTime(question(), ANSWER_WITHIN_MS);
      this.#silentSince = undefined;
      return answer;
    } catch (error) {
      if (!isRefusal(error)) {
        this.#silentSince = Date.parse(this.#now.now());
      }
      throw new CatalogUnavailableError('The catalog does not answer', error);
    }
  }
}

/** The catalog is there and did not like one question; the next may be better. */
function isRefusal(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode < 500;
}

async function inTime<Answer>(
  answer: Promise<Answer>,
  milliseconds: number,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`No answer within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
