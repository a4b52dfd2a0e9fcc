import { defineConfig } from '@playwright/test';
import { SUITE } from '../suite';

/** What a real Alertmanager sends, and what it makes of our answers. No browser is needed. */
export default defineConfig({
  ...SUITE,
  testDir: '.',
  outputDir: '../../test-results/alertmanager',
  timeout: 120_000,
  expect: { timeout: 30_000 },
});
