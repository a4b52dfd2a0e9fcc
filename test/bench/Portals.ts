import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';
import type { Engine } from '../backends/BackendDatabase';
import type { BackendProcess } from '../backends/BackendProcess';
import { Backends } from '../backends/Backends';
import { Caller } from '../backends/Caller';
import { WHOLE_PORTAL, type Feature } from '../backends/features';
import { NARROW_PERSON } from '../backends/narrowPolicy';
import { personName, type CatalogSize } from '../backends/syntheticCatalog';

/**
 * Who asks: a person of team 0 who may see everything, another of that team whom
 * conditions let see what is theirs alone, or a service.
 */
export type Asker = 'person' | 'narrow' | 'service';

/** A backend that is measured, with those who ask it. */
export interface Portal {
  backends: Backends;
  backend: BackendProcess;
  /** What to send to be let in. */
  as: Record<Asker, Record<string, string>>;
}

/** What a portal that several scenarios share is made of. */
export interface PortalKind {
  /** Portals of one name are one portal. */
  name: string;
  features?: readonly Feature[];
  config?: JsonObject;
  catalog?: CatalogSize;
  /** Fills its database before it starts. */
  fill?(backends: Backends): Promise<void>;
}

const MEASURED: readonly Feature[] = [
  ...WHOLE_PORTAL.filter(feature => feature !== 'policy'),
  'narrowPolicy',
  'floor',
  'statementCount',
];

/** The portals of one engine; each is started when it is first asked for. */
export class Portals {
  readonly #engine: Engine;
  readonly #portals = new Map<string, Promise<Portal>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get(kind: PortalKind): Promise<Portal> {
    const portal = this.#portals.get(kind.name) ?? this.#start(kind);
    this.#portals.set(kind.name, portal);
    return portal;
  }

  /** Ends what runs, so that it takes nothing from what is measured next. */
  async remove(): Promise<void> {
    const portals = await Promise.allSettled(this.#portals.values());
    this.#portals.clear();
    for (const portal of portals) {
      if (portal.status === 'fulfilled') {
        await portal.value.backends.remove();
      }
    }
  }

  async #start({
    name,
    features,
    config,
    catalog,
    fill,
  }: PortalKind): Promise<Portal> {
    const backends = await Backends.on(this.#engine);
    try {
      await fill?.(backends);
      const backend = await backends.add(name, {
        features: features ?? MEASURED,
        config,
        catalog,
      });
      const [person, narrow] = await Promise.all(
        [personName(0, 0), NARROW_PERSON].map(who =>
          knownPerson(backend.url, who),
        ),
      );
      return {
        backends,
        backend,
        as: {
          person: person.headers,
          narrow: narrow.headers,
          service: backends.service(backend).headers,
        },
      };
    } catch (error) {
      await backends.remove();
      throw error;
    }
  }
}

/** The catalog knows nobody in the first seconds of a backend, a large one in its first minutes. */
const PATIENCE_MS = 20 * 60_000;

async function knownPerson(url: string, name: string): Promise<Caller> {
  for (const deadline = Date.now() + PATIENCE_MS; ;) {
    try {
      return await Caller.signIn(url, name);
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await pause(200);
    }
  }
}
