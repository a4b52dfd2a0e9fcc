import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import searchPlugin from '@backstage/plugin-search-backend';
import incidentsPlugin, {
  createIncidentConditionalDecision,
  incidentConditions,
} from '@linchpin/backstage-plugin-incidents-backend';
import { incidentReadPermission } from '@linchpin/backstage-plugin-incidents-common';
import searchModuleIncidents from '@linchpin/backstage-plugin-search-backend-module-incidents';
import request from 'supertest';
import { entity } from './__testUtils__/entity';

const entities = [
  entity('Component', 'payments-api', [
    { type: 'ownedBy', targetRef: 'group:default/payments' },
  ]),
  entity('Group', 'payments', [
    { type: 'hasMember', targetRef: 'user:default/nadia' },
  ]),
  entity('User', 'nadia', [
    { type: 'memberOf', targetRef: 'group:default/payments' },
  ]),
];

/** Incidents are read by those who are involved in them, and by services. */
const policy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'only-the-involved',
  register(env) {
    env.registerInit({
      deps: { policies: policyExtensionPoint },
      async init({ policies }) {
        policies.setPolicy({
          async handle({ permission }, user) {
            return isPermission(permission, incidentReadPermission)
              ? createIncidentConditionalDecision(
                  permission,
                  incidentConditions.isInvolved({
                    claims: user?.info.ownershipEntityRefs ?? [],
                  }),
                )
              : { result: AuthorizeResult.ALLOW };
          },
        });
      },
    });
  },
});

/** Mocked tokens do not say which plugin asks on behalf of a user; the permission backend asks for that. */
const httpAuth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const mock = mockServices.httpAuth({ pluginId: plugin.getId() });
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    mock.credentials = new Proxy(mock.credentials, {
      async apply(credentials, self, args) {
        const found = await Reflect.apply(credentials, self, args);
        return auth.isPrincipal(found, 'user')
          ? mockCredentials.user(found.principal.userEntityRef, {
              actor: { subject: 'plugin:search' },
            })
          : found;
      },
    });
    return mock;
  },
});

/** A portal with search, permissions and incidents, as they are. */
async function openPortal() {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      incidentsPlugin,
      searchPlugin,
      searchModuleIncidents,
      permissionPlugin,
      policy,
      permissionsServiceFactory,
      httpAuth,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
    ],
  });
  const as = (name: string) =>
    mockCredentials.user.header(`user:default/${name}`);
  const post = async (path: string, body: object) => {
    const { status } = await request(backend.server)
      .post(`/api/incidents${path}`)
      .set('Authorization', as('nadia'))
      .send(body);
    expect({ path, ok: status < 300 }).toEqual({ path, ok: true });
  };
  return {
    declare: (incident: object) =>
      post('/incidents', {
        entityRef: 'component:default/payments-api',
        ...incident,
      }),
    /** @param path - below the incident */
    send: (path: string, command: object) =>
      post(`/incidents/${path}/commands`, { command }),
    async index(type: string): Promise<void> {
      await scheduler.triggerTask(`search_index_${type}`);
    },
    async found(term: string, name: string) {
      const { body } = await request(backend.server)
        .get('/api/search/query')
        .query({ term })
        .set('Authorization', as(name));
      return body.results.map(
        ({ document }: { document: { title: string; location: string } }) => ({
          title: document.title,
          location: document.location,
        }),
      );
    },
    stop: () => backend.stop(),
  };
}

const inc1 = {
  title: 'INC-1 Card payments time out',
  location: '/incidents/INC-1',
};

it('finds an incident by its number and by what was said of it, for whoever may read it', async () => {
  const portal = await openPortal();
  await portal.declare({
    title: 'Card payments time out',
    description: 'The gateway answers after ninety seconds',
  });
  await portal.declare({ title: 'Refunds are stuck', visibility: 'private' });
  await portal.index('incidents');

  expect(await portal.found('gateway', 'nadia')).toEqual([inc1]);
  expect(await portal.found('INC-1', 'nadia')).toEqual([inc1]);
  expect(await portal.found('gateway', 'zoe')).toEqual([]);
  // Not even for those who know of it: in the index it would be for all to come.
  expect(await portal.found('refunds', 'nadia')).toEqual([]);
  await portal.stop();
});

it('finds a review by a phrase of its lessons, for whoever may read its incident', async () => {
  const portal = await openPortal();
  await portal.declare({
    title: 'Card payments time out',
    impact: 'high',
    urgency: 'high',
  });
  await portal.send('INC-1', { type: 'acknowledge' });
  await portal.send('INC-1', { type: 'resolve' });
  await portal.send('INC-1/review', { type: 'start' });
  await portal.send('INC-1/review', {
    type: 'write-section',
    section: 'went-poorly',
    baseVersion: 0,
    text: 'Nobody had rehearsed the failover of the ledger.',
  });
  await portal.index('incident_reviews');

  const phrase = 'rehearsed the failover';
  expect(await portal.found(phrase, 'nadia')).toEqual([
    { ...inc1, location: '/incidents/INC-1/review/document' },
  ]);
  expect(await portal.found(phrase, 'zoe')).toEqual([]);
  await portal.stop();
});
