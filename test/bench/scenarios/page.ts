import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { BROWSER } from '../../suite';
import type { Figure } from '../Figure';
import { percentileOf } from '../percentile';
import { SamplePortal } from '../SamplePortal';
import type { Scenario } from '../Scenario';
import { written } from '../table';

const REPOSITORY = resolve(__dirname, '../../..');
const DATA = '.data/bench';

const ENTITY = '/catalog/default/component/payments-api';

/** Seen when the card is there with what it has to say. */
const IN_CARD = /^Next update/;

const LOADS = 5;

/** What a browser asks for until an entity's overview is there with our card in it. */
export const page: Scenario = {
  name: 'page',
  engines: ['SQLite'],
  onlyWhole: true,
  async measure() {
    const browser = await chromium.launch(BROWSER.launchOptions);
    await rm(join(REPOSITORY, DATA), { recursive: true, force: true });
    const portal = await SamplePortal.start({
      repository: REPOSITORY,
      script: 'serve',
      data: DATA,
    });
    try {
      // The first of all fills caches of the backend.
      await firstVisit(browser, portal);
      const fresh: Visit[] = [];
      const again: Visit[] = [];
      for (let n = 0; n < LOADS; n++) {
        const visits = await firstVisit(browser, portal);
        fresh.push(visits.fresh);
        again.push(visits.again);
      }
      return [
        ...figuresOf('nothing in the cache of the browser', fresh),
        ...figuresOf('second visit', again),
      ];
    } finally {
      await browser.close();
      await portal.stop();
      await rm(join(REPOSITORY, DATA), { recursive: true, force: true });
    }
  },
};

/** What one look at the page took. */
interface Visit {
  requests: number;
  bytes: number;
  /** Requests to our backend before the card was there. */
  own: number;
  firstPaintMs: number;
  cardMs: number;
}

async function firstVisit(
  browser: Browser,
  portal: SamplePortal,
): Promise<Record<'fresh' | 'again', Visit>> {
  const { viewport, locale, timezoneId } = BROWSER;
  const context = await browser.newContext({ viewport, locale, timezoneId });
  try {
    const tab = await context.newPage();
    return {
      fresh: await visit(tab, portal.url),
      again: await visit(tab, portal.url),
    };
  } finally {
    await context.close();
  }
}

async function visit(tab: Page, url: string): Promise<Visit> {
  const network = await tab.context().newCDPSession(tab);
  await network.send('Network.enable');
  let requests = 0;
  let bytes = 0;
  let own = 0;
  network.on('Network.requestWillBeSent', ({ request }) => {
    requests += 1;
    own += request.url.includes('/api/incidents/') ? 1 : 0;
  });
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const began = performance.now();
  await tab.goto(url + ENTITY, { waitUntil: 'commit' });
  await tab.getByText(IN_CARD).first().waitFor();
  const cardMs = performance.now() - began;
  const seen = { requests, bytes, own };
  await network.detach();
  const firstPaintMs = await tab.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0].startTime,
  );
  return { ...seen, firstPaintMs, cardMs };
}

function figuresOf(how: string, visits: readonly Visit[]): Figure[] {
  const middle = (value: (visit: Visit) => number) =>
    percentileOf(visits.map(value), 0.5);
  return [
    {
      what: `requests until the card is there, ${how}`,
      value: middle(({ requests }) => requests),
      unit: 'requests',
      more: `${written(middle(({ bytes }) => bytes / 1_000))} kB`,
    },
    {
      what: `of them to our backend, ${how}`,
      value: middle(({ own }) => own),
      unit: 'requests',
    },
    {
      what: `until the card is there, ${how}`,
      value: middle(({ cardMs }) => cardMs),
      unit: 'ms p50',
      more: `first paint ${written(middle(({ firstPaintMs }) => firstPaintMs))}`,
    },
  ];
}
