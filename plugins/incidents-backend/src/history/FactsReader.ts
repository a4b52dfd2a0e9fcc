import type {
  EntityFacts,
  IncidentPolicy,
} from '@linchpin/backstage-plugin-incidents-common';
import { entityFactsOf } from '@linchpin/backstage-plugin-incidents-common/history';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Access } from '../authorization';
import type { EntityReader } from './EntityReader';
import type { EntityTally } from './EntityTally';
import type { RecordReader } from './RecordReader';

const NINETY_DAYS_MS = 90 * 86_400_000;

/** What scorecards and other programs read of entities. */
export class FactsReader {
  readonly #entities: EntityReader;
  readonly #records: RecordReader;
  readonly #tally: EntityTally;
  readonly #policy: IncidentPolicy;
  readonly #now: NowService;

  constructor(options: {
    entities: EntityReader;
    records: RecordReader;
    tally: EntityTally;
    policy: IncidentPolicy;
    now: NowService;
  }) {
    this.#entities = options.entities;
    this.#records = options.records;
    this.#tally = options.tally;
    this.#policy = options.policy;
    this.#now = options.now;
  }

  /** In the order of the refs; each is asked for by itself. */
  async of(
    access: Access,
    entityRefs: readonly string[],
  ): Promise<EntityFacts[]> {
    return Promise.all(entityRefs.map(ref => this.#ofOne(access, ref)));
  }

  async #ofOne(access: Access, entityRef: string): Promise<EntityFacts> {
    const now = this.#now.now();
    const from = new Date(Date.parse(now) - NINETY_DAYS_MS).toISOString();
    const period = { from, to: now };
    const scope = { entityRefs: [entityRef] };
    const [{ entity, owner, live }, { incidents }, actions, reviews] =
      await Promise.all([
        this.#entities.around(access, entityRef),
        this.#records.covering(access, scope, { period, shortened: false }),
        this.#tally.openActions(access, scope),
        this.#tally.waitingReviews(access, scope),
      ]);
    return {
      entity,
      hasOwner: owner !== null,
      owner,
      live: live.length,
      actions,
      reviews,
      last90Days: entityFactsOf({
        entityRef,
        incidents,
        period,
        now,
        policy: this.#policy,
      }),
    };
  }
}
