import { expect } from '@playwright/test';
import type {
  EntityCard,
  Inbox,
  Setup,
} from '@linchpin/backstage-plugin-incidents-common';
import { webhookMessage } from '../../scripts/demo/alertmanager.mjs';
import type { BackendProcess } from '../backends/BackendProcess';
import { Backends, type BackendOptions } from '../backends/Backends';
import type { Engine } from '../backends/BackendDatabase';
import { Caller } from '../backends/Caller';
import {
  componentName,
  personName,
  type CatalogSize,
} from '../backends/syntheticCatalog';

const SMALL: CatalogSize = { components: 10, groups: 2, members: 2 };

/** How long a catalog of any size may take to be known, on a slow machine. */
const FILLS_WITHIN_MS = 600_000;

interface Delivery {
  status: 'pending' | 'processed' | 'failed';
  alerts: { entityRef: string | null; ownerRef: string | null }[];
}

/** A backend made up in one way or another, asked as its senders and people would. */
export class Installation {
  readonly backend: BackendProcess;
  readonly #backends: Backends;
  readonly #catalog: CatalogSize;

  /** Resolves when it knows its catalog. */
  static async start(
    engine: Engine,
    { catalog = SMALL, ...options }: BackendOptions = {},
  ): Promise<Installation> {
    const backends = await Backends.on(engine);
    try {
      const backend = await backends.add('backend', { ...options, catalog });
      const installation = new Installation(backends, backend, catalog);
      await installation.#knowsTheCatalog();
      return installation;
    } catch (error) {
      await backends.remove();
      throw error;
    }
  }

  private constructor(
    backends: Backends,
    backend: BackendProcess,
    catalog: CatalogSize,
  ) {
    this.#backends = backends;
    this.backend = backend;
    this.#catalog = catalog;
  }

  /** The last service, which is owned by the last group that owns any. */
  get service(): string {
    return componentName(this.#catalog.components - 1);
  }

  /** Somebody of the group that owns the service. */
  owner(): Promise<Caller> {
    const { components, groups } = this.#catalog;
    return Caller.signIn(
      this.backend.url,
      personName((components - 1) % groups, 0),
    );
  }

  /** Fires an alert about the service and waits until it is worked off. */
  async fire(title: string): Promise<Delivery['alerts'][number]> {
    const sender = this.#backends.service(this.backend);
    const response = await sender.post(
      '/incidents/intake/alertmanager',
      webhookMessage({
        labels: {
          alertname: 'ErrorsHigh',
          service: this.service,
          severity: 'critical',
        },
        annotations: { summary: title },
        startsAt: new Date().toISOString(),
      }),
    );
    expect(response.status, await response.clone().text()).toBe(202);
    const { deliveryId } = await response.json();
    let delivery: Delivery | undefined;
    await expect
      .poll(
        async () => {
          delivery = await sender.get<Delivery>(
            `/incidents/intake/deliveries/${deliveryId}`,
          );
          return delivery.status;
        },
        { intervals: [10], timeout: 60_000 },
      )
      .toBe('processed');
    return delivery!.alerts[0];
  }

  async card(): Promise<EntityCard> {
    const owner = await this.owner();
    return owner.get(`/incidents/entities/component/default/${this.service}`);
  }

  async inbox(): Promise<Inbox> {
    return (await this.owner()).get('/incidents/inbox');
  }

  async setup(): Promise<Setup> {
    return (await this.owner()).get('/incidents/setup');
  }

  remove(): Promise<void> {
    return this.#backends.remove();
  }

  async #knowsTheCatalog(): Promise<void> {
    await expect
      .poll(
        async () => {
          const owner = await this.owner().catch(() => undefined);
          const found = await owner?.get<{ items: unknown[] }>(
            `/incidents/options/entities?q=${this.service}`,
          );
          return found?.items.length;
        },
        { intervals: [200], timeout: FILLS_WITHIN_MS },
      )
      .toBe(1);
  }
}
