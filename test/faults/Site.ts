import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';
import type { BackendProcess } from '../backends/BackendProcess';
import type { Engine } from '../backends/BackendDatabase';
import { Backends } from '../backends/Backends';
import { Caller } from '../backends/Caller';
import { WHOLE_PORTAL, type Feature } from '../backends/features';
import { componentName, personName } from '../backends/syntheticCatalog';
import { Ledger } from './Ledger';
import { Sender, type SentAlert } from './Sender';

const CATALOG = { components: 200, groups: 5, members: 3 };

/** The entities come with the first backend. */
const OTHER_PORTAL = WHOLE_PORTAL.filter(name => name !== 'syntheticCatalog');

/** How long work may take to be done after a fault is over. */
const SETTLES_WITHIN_MS = 180_000;

const CONFIG: JsonObject = {
  backend: {
    database: {
      plugin: {
        // A request that gets no connection is told so before its sender gives up waiting.
        incidents: { knexConfig: { acquireConnectionTimeout: 3_000 } },
      },
    },
  },
  incidents: {
    catalog: { refreshEvery: { seconds: 5 } },
    // So that clocks fall due while things go wrong.
    times: { acknowledgeWithin: { P2: { seconds: 2 } } },
  },
};

/** Backends on one database for scenarios to do harm to, one after the other. */
export class Site {
  readonly backends: Backends;
  /** Aborted when the user wants it to end. */
  readonly signal: AbortSignal;
  readonly #replicas: BackendProcess[] = [];
  /** What a backend beside the first has. */
  readonly features = OTHER_PORTAL;
  readonly #engine: Engine;
  #servicesUsed = 0;
  #runs = 0;

  static async open(engine: Engine, signal: AbortSignal): Promise<Site> {
    return new Site(engine, await Backends.on(engine), signal);
  }

  private constructor(engine: Engine, backends: Backends, signal: AbortSignal) {
    this.#engine = engine;
    this.backends = backends;
    this.signal = signal;
  }

  /** The first so many backends; those that are not there yet are started. */
  async replicas(count: number): Promise<readonly BackendProcess[]> {
    if (this.#replicas.length === 0) {
      const first = await this.addReplica('a', {
        features: [
          ...WHOLE_PORTAL,
          ...(this.#engine === 'SQLite' ? (['smallDisk'] as const) : []),
        ],
      });
      await this.#knowsTheCatalog(first);
      this.#replicas.push(first);
    }
    const names = ['b', 'c'].slice(this.#replicas.length - 1, count - 1);
    for (const name of names) {
      this.#replicas.push(await this.addReplica(name));
    }
    return this.#replicas.slice(0, count);
  }

  addReplica(
    name: string,
    {
      features = this.features,
      config = {},
    }: { features?: readonly Feature[]; config?: JsonObject } = {},
  ): Promise<BackendProcess> {
    this.signal.throwIfAborted();
    return this.backends.add(name, {
      features,
      catalog: CATALOG,
      config: { ...CONFIG, ...config },
    });
  }

  /** Alerts about services that no other run is about: so many, about so many services in turn. */
  alerts(count: number, services: number): SentAlert[] {
    const first = this.#servicesUsed;
    this.#servicesUsed += services;
    if (this.#servicesUsed > CATALOG.components) {
      throw new Error('The catalog has no more services');
    }
    const each = Math.ceil(count / services);
    return Array.from({ length: count }, (_, number) => ({
      service: componentName(first + Math.floor(number / each)),
      number,
    }));
  }

  /** A sender of its own to some backends, and the ledger of what it sends. */
  run(replicas: readonly BackendProcess[]): { sender: Sender; ledger: Ledger } {
    this.#runs += 1;
    const run = `run-${this.#runs}`;
    const { database } = this.backends;
    return {
      sender: new Sender(
        run,
        replicas.map(replica => this.backends.service(replica)),
      ),
      ledger: new Ledger({
        incidents: database.open('incidents'),
        notifications: database.open('notifications'),
        run,
      }),
    };
  }

  /** Resolves when all that was accepted has been dealt with. */
  async settled(ledger: Ledger): Promise<void> {
    const deadline = Date.now() + SETTLES_WITHIN_MS;
    while (!(await ledger.isSettled())) {
      if (Date.now() > deadline) {
        throw new Error(
          `Not done with everything after ${SETTLES_WITHIN_MS / 1_000} s`,
        );
      }
      await this.wait(100);
    }
  }

  /** Somebody of the group that owns a service. */
  async ownerOf(service: string, backend: BackendProcess): Promise<Caller> {
    return Caller.signIn(backend.url, peopleOf(service)[0].split('/')[1]);
  }

  wait(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: this.signal });
  }

  close(): Promise<void> {
    return this.backends.remove();
  }

  async #knowsTheCatalog(backend: BackendProcess): Promise<void> {
    const last = componentName(CATALOG.components - 1);
    const asked = `/incidents/options/entities?q=${last}`;
    for (;;) {
      try {
        const owner = await this.ownerOf(last, backend);
        const { items } = await owner.get<{ items: unknown[] }>(asked);
        if (items.length > 0) {
          return;
        }
      } catch {
        // The catalog is being filled.
      }
      await this.wait(200);
    }
  }
}

/** Who is told of an incident of a service: the people of the group that owns it. */
export function peopleOf(service: string): string[] {
  const group = Number(service.split('-')[1]) % CATALOG.groups;
  return Array.from(
    { length: CATALOG.members },
    (_, member) => `user:default/${personName(group, member)}`,
  );
}
