import { setTimeout as pause } from 'node:timers/promises';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityCard } from '@linchpin/backstage-plugin-incidents-common';
import { STATEMENTS_HEADER } from '../../backends/statementCount';
import {
  componentName,
  countOf,
  groupName,
  type CatalogSize,
} from '../../backends/syntheticCatalog';
import { INTAKE, messageOf } from '../alerts';
import type { Figure } from '../Figure';
import { percentileOf } from '../percentile';
import type { Portal } from '../Portals';
import type { Scenario } from '../Scenario';
import { written } from '../table';

/** The directory reads the catalog again and again, so that it follows while the catalog fills. */
const REFRESH_EVERY = { seconds: 5 };

/** Services that alerts fire on, one after the other, from all over the catalog. */
const ASKED = 50;

const LOOK_EVERY_MS = 20;
const FILLS_WITHIN_MS = 20 * 60_000;
const WORKED_OFF_WITHIN_MS = 60_000;

/**
 * The catalog plugin itself, filled by an entity provider and processed as any
 * catalog is: how long the directory takes to follow, and whether each alert
 * finds its service and its owner in it.
 */
export const catalog: Scenario = {
  name: 'catalog',
  // What a portal of such a size runs on.
  engines: ['PostgreSQL'],
  onlyWhole: true,
  async measure({ extent, portals }) {
    const size = extent.organisation;
    const began = performance.now();
    const portal = await portals.get({
      name: 'real-catalog',
      catalog: size,
      config: { incidents: { catalog: { refreshEvery: REFRESH_EVERY } } },
    });
    const lastReadingMs = await untilReadWhole(portal, size);
    return [
      {
        what: `start until ${written(countOf(size))} entities, ${written(size.groups)} groups among them, are processed and known`,
        value: (performance.now() - began) / 1_000,
        unit: 's',
      },
      {
        what: 'the reading of the catalog that found them all',
        value: lastReadingMs / 1_000,
        unit: 's',
        demand: { atMost: 60 },
      },
      ...(await alertsAndCards(portal, size)),
    ];
  },
};

/** @returns how long the reading took that found them all, in milliseconds */
async function untilReadWhole(
  { backends }: Portal,
  size: CatalogSize,
): Promise<number> {
  const wanted = countOf(size);
  const knex = backends.database.open('incidents');
  try {
    for (const deadline = Date.now() + FILLS_WITHIN_MS; ;) {
      const { refreshed_at: beganAt, entities } = await knex(
        'directory_refresh',
      )
        .where({ id: 1 })
        .first();
      if (entities === wanted) {
        return Date.now() - new Date(beganAt).getTime();
      }
      if (Date.now() > deadline) {
        throw new Error(`Of ${wanted} entities ${entities} are known`);
      }
      await pause(LOOK_EVERY_MS);
    }
  } finally {
    await knex.destroy();
  }
}

/** @throws where an alert is taken for another service's, or its card does not show it */
async function alertsAndCards(
  portal: Portal,
  size: CatalogSize,
): Promise<Figure[]> {
  const routed: number[] = [];
  const carded: number[] = [];
  let statements = 0;
  for (let n = 0; n < ASKED; n++) {
    const index = Math.floor((n * size.components) / ASKED);
    const began = performance.now();
    const { entityRef, ownerRef } = await workedOff(portal, index);
    routed.push(performance.now() - began);
    demandSame(entityRef, refOf('Component', componentName(index)));
    demandSame(ownerRef, refOf('Group', groupName(index % size.groups)));

    const asked = performance.now();
    const response = await ask(
      portal,
      'person',
      `/api/incidents/entities/component/default/${componentName(index)}`,
    );
    const { live, owner } = (await response.json()) as EntityCard;
    carded.push(performance.now() - asked);
    demandSame(live[0]?.title, titleOf(index));
    demandSame(owner?.ref, ownerRef);
    statements = Math.max(
      statements,
      Number(response.headers.get(STATEMENTS_HEADER)),
    );
  }
  return [
    {
      what: 'alert sent until it stands with its service and its owner',
      value: percentileOf(routed, 0.95),
      unit: 'ms p95',
      more: `p50 ${written(percentileOf(routed, 0.5))}, ${ASKED} of ${ASKED} right`,
    },
    {
      what: 'card of that service',
      value: percentileOf(carded, 0.95),
      unit: 'ms p95',
      more: `p50 ${written(percentileOf(carded, 0.5))}`,
    },
    {
      what: 'card of that service',
      value: statements,
      unit: 'SQL statements',
      demand: { atMost: 3 },
    },
  ];
}

const refOf = (kind: string, name: string) =>
  stringifyEntityRef({ kind, namespace: 'default', name });

const titleOf = (index: number) => `Errors of ${componentName(index)}`;

/** Sends an alert about a service and waits until it is processed. */
async function workedOff(
  portal: Portal,
  index: number,
): Promise<{ entityRef: string | null; ownerRef: string | null }> {
  const accepted = await ask(portal, 'service', INTAKE, {
    method: 'POST',
    body: messageOf({
      name: titleOf(index),
      instance: '10.0.0.1',
      service: componentName(index),
    }),
  });
  const { deliveryId } = await accepted.json();
  for (const deadline = Date.now() + WORKED_OFF_WITHIN_MS; ;) {
    const delivery = await ask(
      portal,
      'service',
      `/api/incidents/intake/deliveries/${deliveryId}`,
    );
    const { status, alerts } = await delivery.json();
    if (status === 'processed') {
      return alerts[0];
    }
    if (status === 'failed' || Date.now() > deadline) {
      throw new Error(`An alert about ${componentName(index)} is ${status}`);
    }
    await pause(1);
  }
}

async function ask(
  { backend, as }: Portal,
  who: keyof Portal['as'],
  path: string,
  request: RequestInit = {},
): Promise<Response> {
  const response = await fetch(`${backend.url}${path}`, {
    ...request,
    headers: { ...as[who], 'Content-Type': 'application/json' },
  });
  if (!response.ok) {
    throw new Error(`${path} answers ${response.status}`);
  }
  return response;
}

function demandSame(found: unknown, wanted: unknown): void {
  if (found !== wanted) {
    throw new Error(`${found} where ${wanted} was to be found`);
  }
}
