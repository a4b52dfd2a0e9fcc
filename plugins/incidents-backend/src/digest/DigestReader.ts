import {
  digestOf,
  INCIDENTS,
  type Period,
  type WeeklyDigest,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { openActionsOf, visibleActions } from '../actions/visibleActions';
import { knownTo } from '../authorization/viewer';
import type { RecordReader } from '../history/RecordReader';
import type { Scope } from '../history/scope';
import type { NoiseReader } from '../insights/NoiseReader';

const DAY = 24 * 60 * 60_000;

/** What was declared before that and goes on is told of by itself. */
const LOOK_BACK = 90 * DAY;

/** The alert that fired most often. */
export interface Noisiest {
  alert: string;
  fired: number;
}

/** A week of a group's incidents. */
export type OwnersWeek = WeeklyDigest & { noisiest?: Noisiest };

/** Reads what there is to tell the owners of incidents at the end of a week. */
export class DigestReader {
  readonly #knex: Knex;
  readonly #records: RecordReader;
  readonly #noise: NoiseReader;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    records: RecordReader;
    noise: NoiseReader;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#records = options.records;
    this.#noise = options.noise;
    this.#now = options.now;
  }

  /** The groups that are accountable for whatever may be told of. */
  async owners({ from, to }: Period): Promise<string[]> {
    const [ofIncidents, ofActions] = await Promise.all([
      EVERYBODY.readable(this.#knex('incidents'))
        .where('incidents.declared_at', '>=', new Date(lookBack(from)))
        .where('incidents.declared_at', '<', new Date(to))
        .whereNotNull('incidents.accountable_ref')
        .distinct()
        .pluck('incidents.accountable_ref'),
      visibleActions(this.#knex, EVERYBODY, actions =>
        actions
          .where('action_items.open', true)
          .where('action_items.due_at', '<=', new Date(this.#now.now()))
          .whereNotNull('action_items.owner_ref'),
      )
        .distinct()
        .pluck('action_items.owner_ref'),
    ]);
    return [...new Set([...ofIncidents, ...ofActions])].sort();
  }

  /**
   * The week of a group by itself, without those below it. What is private is not
   * told of, since a message goes farther than a page. Undefined where there is
   * nothing to tell.
   */
  async week(groupRef: string, week: Period): Promise<OwnersWeek | undefined> {
    const scope: Scope = {
      accountable: { groupRefs: [groupRef], ownership: 'at-the-time' },
    };
    const { incidents } = await this.#records.covering(
      EVERYBODY,
      scope,
      { period: week, shortened: false },
      { from: lookBack(week.from), to: week.from },
    );
    const now = this.#now.now();
    const [{ overdue }]: { overdue: number | string }[] = await openActionsOf(
      this.#knex,
      EVERYBODY,
      scope,
      now,
    );
    const digest = digestOf(incidents, Number(overdue), week, now);
    if (!digest) {
      return undefined;
    }
    const { modes } = INCIDENTS;
    const [noisiest] = await this.#noise.read(
      EVERYBODY,
      { scope, period: week, modes },
      incidents,
    );
    return { ...digest, ...(noisiest && { noisiest }) };
  }
}

/** What everybody may know of. */
const EVERYBODY = {
  readable: (query: Knex.QueryBuilder) => knownTo(query, { type: 'service' }),
};

function lookBack(from: string): string {
  return new Date(Date.parse(from) - LOOK_BACK).toISOString();
}
