import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { BROWSER, SUITE } from '../suite';
import { PORTAL } from './workshop';

/** Beside the portals that somebody may have running. */
const PORTS = { frontend: 7307, legacy: 7308, restricted: 7309 };

const urlOf = (port: number) => `http://localhost:${port}`;

interface Start {
  port: number;
  entry?: 'index' | 'restricted';
  app?: 'app' | 'app-legacy';
  config?: 'app-config.yaml' | 'app-config.legacy.yaml';
}

/** The backend of the portal before one of its apps, on an empty database in memory. */
const backend = ({
  port,
  entry = 'index',
  app = 'app',
  config = 'app-config.yaml',
}: Start) => ({
  command: [
    'exec node --require @backstage/cli-node/config/nodeTransform.cjs',
    `src/${entry}.ts --config ../../${config}`,
  ].join(' '),
  cwd: join(PORTAL, 'packages', 'backend'),
  env: {
    APP_CONFIG_app_packageName: app,
    APP_CONFIG_app_baseUrl: urlOf(port),
    APP_CONFIG_backend_baseUrl: urlOf(port),
    APP_CONFIG_backend_listen_port: String(port),
    // The template's guest is for development alone.
    NODE_ENV: 'development',
  },
  url: `${urlOf(port)}/.backstage/health/v1/readiness`,
  timeout: 180_000,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
});

/** What the packages are once they are packed, and what a portal makes of them that has just been created. */
export default defineConfig({
  ...SUITE,
  testDir: '.',
  outputDir: '../../test-results/installation',
  projects: [
    { name: 'packages', testMatch: 'packages.spec.ts' },
    { name: 'backends', testMatch: 'backends.spec.ts' },
    {
      name: 'new frontend system',
      testMatch: 'portal.spec.ts',
      use: { baseURL: urlOf(PORTS.frontend) },
    },
    {
      name: 'old frontend system',
      testMatch: 'portal.spec.ts',
      use: { baseURL: urlOf(PORTS.legacy) },
    },
    {
      name: 'restrictive policy',
      testMatch: 'restricted.spec.ts',
      use: { baseURL: urlOf(PORTS.restricted) },
    },
  ],
  // The scripts are modules, which Node loads as they are.
  build: { external: ['**/scripts/**'] },
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    actionTimeout: 30_000,
    ...BROWSER,
  },
  webServer: [
    backend({ port: PORTS.frontend }),
    backend({
      port: PORTS.legacy,
      app: 'app-legacy',
      config: 'app-config.legacy.yaml',
    }),
    backend({ port: PORTS.restricted, entry: 'restricted' }),
  ],
});
