import type {
  HistoryFigures,
  HistoryQuery,
  IncidentPolicy,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  actionsOnTime,
  type FollowedAction,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import {
  figuresOf,
  periodAsked,
  periodBefore,
  selectionAsked,
  type Deployment,
  type OwnerChange,
  type Period,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Access } from '../authorization';
import type { EntityNames } from './EntityNames';
import type { RecordReader } from './RecordReader';
import type { Scope } from './scope';
import type { HistorySettings } from './settings';

/** Reads what was deployed. */
export interface Deployments {
  deployments(
    of: { entityRefs: readonly string[] } | { ownerRefs: readonly string[] },
    period: Period,
  ): Promise<Deployment[]>;
}

/** Reads whether action items were done. */
export interface FollowedActions {
  read(access: Access, scope: Scope, period: Period): Promise<FollowedAction[]>;
}

/** Reads what the figures of a history are made of. */
export class FiguresReader {
  readonly #records: RecordReader;
  readonly #deployments: Deployments;
  readonly #actions: FollowedActions;
  readonly #names: EntityNames;
  readonly #policy: IncidentPolicy;
  readonly #settings: HistorySettings;
  readonly #now: NowService;

  constructor(options: {
    records: RecordReader;
    deployments: Deployments;
    actions: FollowedActions;
    names: EntityNames;
    policy: IncidentPolicy;
    settings: HistorySettings;
    now: NowService;
  }) {
    this.#records = options.records;
    this.#deployments = options.deployments;
    this.#actions = options.actions;
    this.#names = options.names;
    this.#policy = options.policy;
    this.#settings = options.settings;
    this.#now = options.now;
  }

  /** A few statements, and one more where an entity changed hands; null where there is too little. */
  async of(
    access: Access,
    scope: Scope,
    query: HistoryQuery,
  ): Promise<HistoryFigures | null> {
    const now = this.#now.now();
    const { zone } = this.#settings;
    const asked = periodAsked(query, now, zone);
    const [covered, deployments, actions] = await Promise.all([
      this.#records.covering(access, scope, asked, periodBefore(asked.period)),
      this.#deploymentsIn(scope, asked.period),
      this.#actions.read(access, scope, asked.period),
    ]);
    const figures = figuresOf({
      ...covered,
      now,
      zone,
      selection: selectionAsked(query),
      entityRefs: scope.entityRefs && new Set(scope.entityRefs),
      impact: scope.entityRefs?.length === 1 ? 'any' : 'major',
      policy: this.#policy,
      deployments: deployments.filter(({ at }) => covered.period.from <= at),
      actionsOnTime: actionsOnTime(actions, covered.period),
    });
    return figures
      ? {
          ...figures,
          shortened: covered.shortened,
          owners: await this.#named(figures.owners),
        }
      : null;
  }

  async #deploymentsIn(
    { entityRefs, accountable }: Scope,
    period: Period,
  ): Promise<Deployment[]> {
    return this.#deployments.deployments(
      entityRefs ? { entityRefs } : { ownerRefs: accountable?.groupRefs ?? [] },
      period,
    );
  }

  async #named(owners: readonly OwnerChange[]) {
    const refs = owners.flatMap(({ from, to }) => [from ?? [], to ?? []]);
    const named = await this.#names.of(refs.flat());
    return owners.map(({ at, from, to }) => ({
      at,
      from: from === null ? null : named(from),
      to: to === null ? null : named(to),
    }));
  }
}
