import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { incidentsPlugin } from '../plugin';

/** A service, its owner and the one person in that. */
export const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments-api', namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'payments', namespace: 'default', title: 'Payments' },
    spec: { type: 'team', children: [] },
    relations: [{ type: 'hasMember', targetRef: 'user:default/nadia' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'nadia', namespace: 'default' },
    spec: { profile: { displayName: 'Nadia' }, memberOf: ['payments'] },
    relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
  },
];

/** What the policy says to each permission, by name; yes to those not named. */
export type Policy = Record<string, PolicyDecision>;

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };

/**
 * The plugin in a backend of its own, asked over HTTP.
 *
 * @param features - beside the plugin and what it needs
 */
export async function openPortal(
  knex: Knex,
  features: readonly BackendFeature[] = [],
) {
  let policy: Policy = {};
  const permissions = mockServices.permissions.mock();
  permissions.authorizeConditional.mockImplementation(async asked =>
    asked.map(({ permission }) => policy[permission.name] ?? allow),
  );
  permissions.authorize.mockImplementation(async asked =>
    asked.map(({ permission }) => ({
      result:
        (policy[permission.name] ?? allow).result === AuthorizeResult.ALLOW
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    })),
  );
  const backend = await startTestBackend({
    features: [
      incidentsPlugin,
      catalogServiceMock.factory({ entities }),
      permissions.factory,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      ...features,
    ],
  });
  return {
    /** Where a path of the plugin is asked for by what is no client of it. */
    url: (path: string) =>
      `http://localhost:${backend.server.port()}/api/incidents${path}`,
    get: (path: string, reader: string) =>
      request(backend.server)
        .get(`/api/incidents${path}`)
        .set('Authorization', reader),
    post: (path: string, body: unknown, sender: string) =>
      request(backend.server)
        .post(`/api/incidents${path}`)
        .set('Authorization', sender)
        .set('Content-Type', 'application/json')
        .send(typeof body === 'string' ? body : JSON.stringify(body)),
    /** Sends a file to be imported, by a mapping. */
    upload: (
      { mapping, file }: { mapping: string; file: string | Buffer },
      sender: string,
    ) =>
      request(backend.server)
        .post('/api/incidents/imports')
        .set('Authorization', sender)
        .field('mapping', mapping)
        .attach('file', Buffer.from(file), 'incidents.csv'),
    /** From now on the policy says this. */
    decide(decisions: Policy) {
      policy = decisions;
    },
    stop: () => backend.stop(),
  };
}

/** The credentials of a user of the default namespace. */
export function as(name: string): string {
  return mockCredentials.user.header(`user:default/${name}`);
}
