import type {
  IncidentPolicy,
  Insights,
  InsightsQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  insightsOf,
  periodAsked,
  selectionAsked,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Access } from '../authorization';
import type { EntityNames } from '../history/EntityNames';
import type { RecordReader } from '../history/RecordReader';
import type { Scope } from '../history/scope';
import type { ScopeReader } from '../history/ScopeReader';
import type { HistorySettings } from '../history/settings';
import type { NoiseReader } from './NoiseReader';
import type { ReadinessReader } from './ReadinessReader';

/** Teams and services that are named; the figures above them are of all. */
const NAMED = 100;

/** Where the time of all teams goes, which alerts and services trouble them, and what is not ready. */
export class InsightsReader {
  readonly #records: RecordReader;
  readonly #scopes: ScopeReader;
  readonly #noise: NoiseReader;
  readonly #readiness: ReadinessReader;
  readonly #names: EntityNames;
  readonly #policy: IncidentPolicy;
  readonly #settings: HistorySettings;
  readonly #now: NowService;
  readonly #most: number;

  constructor(options: {
    records: RecordReader;
    scopes: ScopeReader;
    noise: NoiseReader;
    readiness: ReadinessReader;
    names: EntityNames;
    policy: IncidentPolicy;
    settings: HistorySettings;
    now: NowService;
    /** Of teams and of services. */
    most?: number;
  }) {
    this.#records = options.records;
    this.#scopes = options.scopes;
    this.#noise = options.noise;
    this.#readiness = options.readiness;
    this.#names = options.names;
    this.#policy = options.policy;
    this.#settings = options.settings;
    this.#now = options.now;
    this.#most = options.most ?? NAMED;
  }

  /** Of no more incidents than `RecordReader` reads, the latest of the period. */
  async read(access: Access, query: InsightsQuery): Promise<Insights> {
    const now = this.#now.now();
    const { zone } = this.#settings;
    const scope = await this.#scopeOf(query);
    const covered = await this.#records.covering(
      access,
      scope,
      periodAsked(query, now, zone),
    );
    const selection = selectionAsked(query);
    const { period, incidents } = covered;
    const insights = insightsOf({
      ...covered,
      now,
      zone,
      selection,
      policy: this.#policy,
    });
    const teams = insights.teams.slice(0, this.#most);
    const services = insights.services.slice(0, this.#most);
    const [noisiest, readiness, named] = await Promise.all([
      this.#noise.read(
        access,
        { scope, period, modes: selection.modes },
        incidents,
      ),
      this.#readiness.read(access.credentials),
      this.#names.of([
        ...teams.flatMap(({ owner }) => owner ?? []),
        ...services.map(({ entity }) => entity),
      ]),
    ]);
    return {
      ...insights,
      shortened: covered.shortened,
      teams: teams.map(team => ({
        ...team,
        owner: team.owner === null ? null : named(team.owner),
      })),
      services: services.map(service => ({
        ...service,
        entity: named(service.entity),
      })),
      named: {
        teams: { n: teams.length, of: insights.teams.length },
        services: { n: services.length, of: insights.services.length },
      },
      noisiest,
      readiness,
    };
  }

  async #scopeOf({ owner, system }: InsightsQuery): Promise<Scope> {
    const [whole, owned] = await Promise.all([
      system ? this.#scopes.of(system, 'at-the-time') : {},
      owner?.length ? this.#scopes.ofGroups(owner, 'at-the-time') : {},
    ]);
    return { ...whole, ...owned };
  }
}
