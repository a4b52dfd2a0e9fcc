import {
  changesNear,
  impactBegan,
  isDeployment,
  periodOfChanges,
  tookEffectAt,
  type ChangeEvent,
  type ChangeSnapshot,
  type IncidentState,
  type NamedRef,
  type ShownNearChange,
} from '@linchpin/backstage-plugin-incidents-common';
import type {
  Deployment,
  Period,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { namedBy } from '../catalog/namedBy';
import type { ChangeStore } from './ChangeStore';

/** What changes need of the catalog. */
export interface ChangesCatalog {
  reader: {
    titlesOf(
      db: Knex,
      refs: readonly string[],
    ): Promise<ReadonlyMap<string, string>>;
    ownedBy(db: Knex, ownerRefs: readonly string[]): Knex.QueryBuilder;
  };
  dependencies: {
    dependenciesOf(
      db: Knex,
      refs: readonly string[],
    ): Promise<ReadonlyMap<string, readonly NamedRef[]>>;
  };
}

/** Whose deployments: those of some entities, or of all that some groups own now. */
export type Deployed =
  { entityRefs: readonly string[] } | { ownerRefs: readonly string[] };

/** So many are shown of before the impact began, of then, and of after. */
const SHOWN = 25;

/** Reads the changes that have to do with an incident, or may have. */
export class ChangeReader {
  readonly #knex: Knex;
  readonly #store: ChangeStore;
  readonly #catalog: ChangesCatalog;
  readonly #nearBefore: number;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    store: ChangeStore;
    catalog: ChangesCatalog;
    /** How long before the impact began, in milliseconds. */
    nearBefore: number;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#nearBefore = options.nearBefore;
    this.#now = options.now;
  }

  /** Of what is affected and of what that depends on, the likeliest cause first. */
  async near(
    incident: Pick<
      IncidentState,
      'affected' | 'stamps' | 'status' | 'statusSince'
    >,
  ): Promise<ShownNearChange[]> {
    const affected = incident.affected.map(({ entity }) => entity.ref);
    if (affected.length === 0) {
      return [];
    }
    const dependencies = await this.#catalog.dependencies.dependenciesOf(
      this.#knex,
      affected,
    );
    const refs = new Set([
      ...affected,
      ...[...dependencies.values()].flat().map(({ ref }) => ref),
    ]);
    const began = impactBegan(incident);
    const period = periodOfChanges(incident, this.#nearBefore, this.#now.now());
    const changes = await this.#store.around(
      this.#knex,
      [...refs],
      period,
      began,
      SHOWN,
    );
    const titles = await this.#titlesOf(changes);
    return changesNear(changes, period, began).map(({ change, nearness }) => ({
      ...shown(change, titles),
      when: nearness.when,
      awayMs: nearness.milliseconds,
    }));
  }

  /** What was deployed in a period, as the change fail rate counts it. */
  async deployments(of: Deployed, period: Period): Promise<Deployment[]> {
    const entityRefs =
      'entityRefs' in of
        ? of.entityRefs
        : this.#catalog.reader.ownedBy(this.#knex, of.ownerRefs);
    const changes = await this.#store.within(this.#knex, entityRefs, period);
    return changes.filter(isDeployment).map(({ id, at }) => ({ id, at }));
  }

  /** A change as it is written down on an incident that it caused. */
  async snapshot(id: string): Promise<ChangeSnapshot | undefined> {
    const change = await this.#store.byId(this.#knex, id);
    if (!change) {
      return undefined;
    }
    const { kind, title, version, entityRef } = change;
    return {
      id,
      kind,
      entity: namedBy(await this.#titlesOf([change]), entityRef),
      title,
      ...(version && { version }),
      at: tookEffectAt(change),
    };
  }

  async #titlesOf(
    changes: readonly ChangeEvent[],
  ): Promise<ReadonlyMap<string, string>> {
    const refs = [...new Set(changes.map(({ entityRef }) => entityRef))];
    return this.#catalog.reader.titlesOf(this.#knex, refs);
  }
}

function shown(
  change: ChangeEvent,
  titles: ReadonlyMap<string, string>,
): Omit<ShownNearChange, 'when' | 'awayMs'> {
  return {
    id: change.id,
    kind: change.kind,
    entity: namedBy(titles, change.entityRef),
    title: change.title,
    version: change.version ?? null,
    url: change.url ?? null,
    actor: change.actor ?? null,
    outcome: change.outcome ?? null,
    source: change.source,
    startedAt: change.startedAt,
    finishedAt: change.finishedAt ?? null,
  };
}
