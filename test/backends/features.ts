/** What a backend of a test can be made of. */
export const FEATURES = {
  auth: () => import('@backstage/plugin-auth-backend'),
  catalog: () => import('@backstage/plugin-catalog-backend'),
  events: () => import('@backstage/plugin-events-backend'),
  incidents: () => import('@linchpin/backstage-plugin-incidents-backend'),
  notifications: () => import('@backstage/plugin-notifications-backend'),
  permission: () => import('@backstage/plugin-permission-backend'),
  signals: () => import('@backstage/plugin-signals-backend'),

  /** A bare plugin to set ours beside when something is measured. */
  floor: () => import('./floor'),
  /** Says with each answer how many SQL statements it took. */
  statementCount: () => import('./statementCount'),
  /** A clock that is wrong. */
  clockOff: () => import('./clockOff'),
  /** Signs in as anybody of the catalog, also in production mode. */
  people: () => import('./people'),
  /** The policy of the sample portal. */
  policy: () => import('./policy'),
  /** The same, with one person who may see little. */
  narrowPolicy: () => import('./narrowPolicy'),
  /** A disk that can be full. */
  smallDisk: () => import('./smallDisk'),
  /** A catalog of any size; see `SyntheticCatalog`. */
  syntheticCatalog: () => import('./syntheticCatalog'),
};

export type Feature = keyof typeof FEATURES;

/** A portal as one has it: incidents, and what they stand on. */
export const WHOLE_PORTAL: readonly Feature[] = [
  'incidents',
  'auth',
  'people',
  'catalog',
  'syntheticCatalog',
  'events',
  'notifications',
  'permission',
  'policy',
  'signals',
];

const VARIABLE = 'LINCHPIN_TEST_FEATURES';

/** Tells a process its features. */
export function environmentOf(features: readonly Feature[]) {
  return { [VARIABLE]: features.join(',') };
}

/** @throws where a name is none of a feature */
export function featuresNamedIn(env: NodeJS.ProcessEnv): Feature[] {
  return (env[VARIABLE] ?? '').split(',').map(name => {
    if (!isFeature(name)) {
      throw new Error(`${VARIABLE}: there is no feature "${name}"`);
    }
    return name;
  });
}

function isFeature(name: string): name is Feature {
  return Object.hasOwn(FEATURES, name);
}
