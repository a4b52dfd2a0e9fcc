import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { BROWSER, SUITE } from '../suite';
import { EXTENT, PORTAL } from './workshop';

/** One way to start the portal: its backend before one of its apps, on an empty database in memory. */
interface Start {
  /** What is tried of it. */
  name: string;
  spec: string;
  /** Beside the portals that somebody may have running. */
  port: number;
  entry: 'index' | 'restricted';
  app: 'app' | 'app-legacy';
  config: 'app-config.yaml' | 'app-config.legacy.yaml';
}

const NEW_FRONTEND: Start = {
  name: 'new frontend system',
  spec: 'portal.spec.ts',
  port: 7307,
  entry: 'index',
  app: 'app',
  config: 'app-config.yaml',
};

const OLD_FRONTEND: Start = {
  ...NEW_FRONTEND,
  name: 'old frontend system',
  port: 7308,
  app: 'app-legacy',
  config: 'app-config.legacy.yaml',
};

const RESTRICTED: Start = {
  ...NEW_FRONTEND,
  name: 'restrictive policy',
  spec: 'restricted.spec.ts',
  port: 7309,
  entry: 'restricted',
};

const IS_WHOLE = EXTENT === 'whole';
const STARTS = IS_WHOLE
  ? [NEW_FRONTEND, OLD_FRONTEND, RESTRICTED]
  : [NEW_FRONTEND];

const urlOf = ({ port }: Start) => `http://localhost:${port}`;

/** What the packages are once they are packed, and what a portal makes of them that has just been created. */
export default defineConfig({
  ...SUITE,
  testDir: '.',
  outputDir: '../../test-results/installation',
  projects: [
    { name: 'packages', testMatch: 'packages.spec.ts' },
    ...(IS_WHOLE ? [{ name: 'backends', testMatch: 'backends.spec.ts' }] : []),
    ...STARTS.map(start => ({
      name: start.name,
      testMatch: start.spec,
      use: { baseURL: urlOf(start) },
    })),
  ],
  // The scripts are modules, which Node loads as they are.
  build: { external: ['**/scripts/**'] },
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: { ...BROWSER, actionTimeout: 30_000 },
  webServer: STARTS.map(start => ({
    command: [
      'exec node --require @backstage/cli-node/config/nodeTransform.cjs',
      `src/${start.entry}.ts --config ../../${start.config}`,
    ].join(' '),
    cwd: join(PORTAL, 'packages', 'backend'),
    env: {
      APP_CONFIG_app_packageName: start.app,
      APP_CONFIG_app_baseUrl: urlOf(start),
      APP_CONFIG_backend_baseUrl: urlOf(start),
      APP_CONFIG_backend_listen_port: String(start.port),
      // The template's guest is for development alone.
      NODE_ENV: 'development',
    },
    url: `${urlOf(start)}/.backstage/health/v1/readiness`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
  })),
});
