import { defineConfig } from '@playwright/test';

/** What a real Alertmanager sends, and what it makes of our answers. No browser is needed. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/alertmanager',
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 30_000 },
});
