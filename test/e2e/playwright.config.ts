import { defineConfig } from '@playwright/test';
import { BROWSER, SUITE } from '../suite';
import { movableClockIn } from './movableClock';
import { DATA, PORT } from './portal';

/** Walks through the sample portal, which is started anew with a database of its own. */
export default defineConfig({
  ...SUITE,
  testDir: '.',
  outputDir: '../../test-results/e2e',
  globalSetup: './story.ts',
  workers: 2,
  // Whoever reads and looks comes before those who work and report: the story is then as it was
  // told. Readers are in nobody's way; the others take turns.
  projects: [
    {
      name: 'readers',
      testMatch: /(signIn|firstScreen|german|screenshots)\.spec\.ts/,
      fullyParallel: true,
    },
    {
      name: 'actors',
      testMatch: /(walk|report|mission)\.spec\.ts/,
      dependencies: ['readers'],
      workers: 1,
    },
    // What it plants stands in everybody's way.
    {
      name: 'vandals',
      testMatch: /harmless\.spec\.ts/,
      dependencies: ['actors'],
    },
    // It makes weeks go by, after which nothing is as the others expect it.
    {
      name: 'travellers',
      testMatch: /learning\.spec\.ts/,
      dependencies: ['vandals'],
    },
  ],
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${PORT}`,
    ...BROWSER,
  },
  webServer: {
    command: 'node scripts/demo-reset.mjs && exec node scripts/serve.mjs',
    cwd: '../..',
    env: {
      LINCHPIN_BACKEND_PORT: PORT,
      LINCHPIN_DATA: DATA,
      ...movableClockIn(DATA),
    },
    wait: { stdout: /Open http/ },
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
  },
});
