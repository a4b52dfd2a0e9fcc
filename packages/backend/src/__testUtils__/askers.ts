import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type BackendFeature,
  type BackstageCredentials,
  type BackstageUserPrincipal,
  type HttpAuthService,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { DefinitivePolicyDecision } from '@backstage/plugin-permission-common';
import {
  ServerPermissionClient,
  type PermissionPolicy,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { alertIngestPermission } from '@linchpin/backstage-plugin-incidents-common';
import { entity } from './entity';

/** Who asks, and the groups that they answer for. */
const GROUPS = {
  'a member of the owner': ['payments'],
  'a member of the group above': ['finance'],
  'the reporter': ['booking'],
  'somebody who took it': ['booking'],
  'a follower': ['booking'],
  'a stranger': ['booking'],
};
export type Person = keyof typeof GROUPS;
export type Asker = Person | 'nobody' | 'a service' | 'a sender of alerts';

export const PEOPLE = Object.keys(GROUPS) as Person[];
export const ASKERS: readonly Asker[] = [
  ...PEOPLE,
  'nobody',
  'a service',
  'a sender of alerts',
];

const SENDER = 'Bearer token-of-a-sender';

/** What an external token is that is open for alerts alone. */
const sender = mockCredentials.service('external:alertmanager', {
  permissionNames: [alertIngestPermission.name],
});

function userRef(person: Person): string {
  return `user:default/${person.replaceAll(' ', '-')}`;
}

/** How somebody says who asks. */
export function authorization(asker: Asker): string {
  switch (asker) {
    case 'nobody':
      return mockCredentials.none.header();
    case 'a service':
      return mockCredentials.service.header();
    case 'a sender of alerts':
      return SENDER;
    default:
      return mockCredentials.user.header(userRef(asker));
  }
}

const entities = [
  entity('Component', 'payments-api', [
    { type: 'ownedBy', targetRef: 'group:default/payments' },
  ]),
  entity('Group', 'payments', [
    { type: 'hasMember', targetRef: userRef('a member of the owner') },
    { type: 'childOf', targetRef: 'group:default/finance' },
  ]),
  entity('Group', 'finance', [
    { type: 'parentOf', targetRef: 'group:default/payments' },
    { type: 'hasMember', targetRef: userRef('a member of the group above') },
  ]),
  entity('Group', 'booking', []),
  ...PEOPLE.map(person =>
    entity('User', userRef(person).split('/')[1], [
      { type: 'memberOf', targetRef: `group:default/${GROUPS[person][0]}` },
    ]),
  ),
];

/** The services of a test, and one token more. */
const httpAuth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }): HttpAuthService {
    const usual = mockServices.httpAuth({ pluginId: plugin.getId() });
    return {
      issueUserCookie: usual.issueUserCookie.bind(usual),
      credentials: async (req, options) =>
        req.headers.authorization === SENDER &&
        (options?.allow?.includes('service' as never) ?? true)
          ? (sender as never)
          : usual.credentials(req, options),
    };
  },
});

async function userInfoOf(userEntityRef: string) {
  const person = PEOPLE.find(each => userRef(each) === userEntityRef)!;
  return {
    userEntityRef,
    ownershipEntityRefs: [
      userEntityRef,
      ...GROUPS[person].map(name => `group:default/${name}`),
    ],
  };
}

/** What has the policy set, in place of the permission plugin. */
const held: { policy?: PermissionPolicy } = {};
const policyHolder = createBackendPlugin({
  pluginId: 'permission',
  register(env) {
    env.registerExtensionPoint(policyExtensionPoint, {
      setPolicy(set) {
        held.policy = set;
      },
    });
    env.registerInit({ deps: {}, async init() {} });
  },
});

/** People are decided about by the policy itself, services as everywhere. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
  },
  factory({ auth, config, discovery }) {
    const usual = ServerPermissionClient.fromConfig(config, {
      auth,
      discovery,
    });
    const decide: PermissionsService['authorizeConditional'] = async (
      asked,
      options,
    ) => {
      const { credentials } = options as { credentials: BackstageCredentials };
      if (!auth.isPrincipal(credentials, 'user')) {
        return usual.authorizeConditional(asked, options);
      }
      const info = await userInfoOf(credentials.principal.userEntityRef);
      return Promise.all(
        asked.map(({ permission }) =>
          held.policy!.handle({ permission }, { credentials, info } as never),
        ),
      );
    };
    return {
      authorizeConditional: decide,
      authorize: async (asked, options) =>
        (await decide(asked as never, options)) as DefinitivePolicyDecision[],
    };
  },
});

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    getUserInfo: async ({ principal }) =>
      userInfoOf((principal as BackstageUserPrincipal).userEntityRef),
  }),
});

/** What a backend needs where a policy is to decide about these people. */
export const surroundings: readonly BackendFeature[] = [
  policyHolder,
  permissions,
  catalogServiceMock.factory({ entities }),
  mockServices.rootConfig.factory({
    data: { permission: { enabled: true } },
  }),
  httpAuth,
  userInfo,
];
