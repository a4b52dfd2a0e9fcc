import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Routing } from '@linchpin/backstage-plugin-incidents-common';
import type { EntityMatcher } from './EntityMatcher';
import type { RoutingService } from './RoutingService';

/** A live incident that could not be routed because the catalog did not answer. */
export interface IncidentToReroute {
  id: string;
  /** What it is about, where that is known. */
  entityRef?: string;
  /** Else the labels of an alert of it. */
  labels?: Readonly<Record<string, string>>;
}

/** Where such incidents are found, and how they are changed. */
export interface IncidentsToReroute {
  list(): Promise<IncidentToReroute[]>;
  reroute(id: string, routing: Routing): Promise<void>;
}

/** How long an incident waits for its owner at most, once the catalog is back. */
const LOOK_EVERY_SECONDS = 10;

/** Routes what had to wait for the catalog, as soon as it answers again. */
export class Rerouter {
  readonly #incidents: IncidentsToReroute;
  readonly #routing: RoutingService;
  readonly #matcher: EntityMatcher;
  readonly #logger: LoggerService;

  constructor(options: {
    incidents: IncidentsToReroute;
    routing: RoutingService;
    matcher: EntityMatcher;
    logger: LoggerService;
  }) {
    this.#incidents = options.incidents;
    this.#routing = options.routing;
    this.#matcher = options.matcher;
    this.#logger = options.logger;
  }

  /** Looks from now on, on one replica at a time. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'incidents-reroute',
      frequency: { seconds: LOOK_EVERY_SECONDS },
      timeout: { minutes: 5 },
      scope: 'global',
      fn: async () => this.run(),
    });
  }

  /** Routes each that can be routed now; one that fails holds back no other. */
  async run(): Promise<void> {
    for (const incident of await this.#incidents.list()) {
      try {
        const routing = await this.#route(incident);
        if (routing.unrouted !== 'catalog-unavailable') {
          await this.#incidents.reroute(incident.id, routing);
        }
      } catch (error) {
        this.#logger.warn('An incident could not be routed anew', {
          incidentId: incident.id,
          error: stringifyError(error),
        });
      }
    }
  }

  async #route({ entityRef, labels }: IncidentToReroute): Promise<Routing> {
    if (entityRef) {
      return this.#routing.route(entityRef);
    }
    const match = await this.#matcher.match(labels ?? {});
    switch (match.outcome) {
      case 'matched':
        return this.#routing.route(match.entityRef);
      case 'several':
        return this.#routing.withoutEntity('several-match');
      case 'none':
        return this.#routing.withoutEntity('no-entity');
      default:
        return this.#routing.withoutEntity('catalog-unavailable');
    }
  }
}
