import type { PlaywrightTestConfig } from '@playwright/test';

/** How every suite here runs: one portal serves all of its tests, so they take turns. */
export const SUITE = {
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
} satisfies PlaywrightTestConfig;

/** What its pages are looked at with. */
export const BROWSER = {
  viewport: { width: 1366, height: 768 },
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  screenshot: 'only-on-failure',
  launchOptions: {
    // The browser of the distribution: nothing is downloaded, and it calls nobody.
    executablePath: process.env.LINCHPIN_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
} satisfies PlaywrightTestConfig['use'];
