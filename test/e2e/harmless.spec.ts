import {
  expect,
  test,
  type APIRequestContext,
  type Page,
} from '@playwright/test';
import { webhookMessage } from '../../scripts/demo/alertmanager.mjs';
import { ALERT_HEADERS } from './alerts';
import { headersOf } from './people';

/** What would leave a mark if anything of a text became more than text. */
const RUN = 'window.hostile=1';
const MARKUP = `<img src=x onerror="${RUN}"><script>${RUN}</script><svg onload="${RUN}"></svg>`;
const MARKDOWN = [
  MARKUP,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<a href="javascript:${RUN}">tag</a>`,
  `[link](javascript:${RUN}) [sly](  JaVaScRiPt:${RUN}) [tab](java&#9;script:${RUN})`,
  `[data](data:text/html,<script>${RUN}</script>) ![image](javascript:${RUN})`,
  `<javascript:${RUN}> [named][it]`,
  '',
  `[it]: javascript:${RUN} "${MARKUP}"`,
].join('\n\n');

/** Nothing else is wrong with it, so it stands first on the page of its entity. */
const SERVICE = 'wallet-api';
const TITLE = `Harmless ${MARKUP}`.slice(0, 190);

/** Plants texts in every field that an incident takes, through the API as anybody could. */
async function plant(request: APIRequestContext): Promise<string> {
  const headers = await headersOf(request, 'nadia');
  const post = async (path: string, data: object) => {
    const answer = await request.post(`/api/incidents${path}`, {
      headers,
      data,
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const { number } = await post('/incidents', {
    title: TITLE,
    entityRef: `component:default/${SERVICE}`,
    impact: 'high',
    urgency: 'medium',
    description: MARKDOWN,
    workaround: MARKDOWN,
  });
  for (const command of [
    { type: 'acknowledge' },
    { type: 'add-note', text: MARKDOWN },
    {
      type: 'post-update',
      impact: MARKDOWN,
      action: MARKDOWN,
      workaround: MARKDOWN,
    },
    { type: 'report-affected', symptom: MARKDOWN },
    { type: 'change-status', to: 'fixing', note: MARKDOWN },
    {
      type: 'prioritise',
      impact: 'high',
      urgency: 'medium',
      risks: [],
      override: { priority: 'P2', reason: MARKDOWN },
    },
  ]) {
    await post(`/incidents/${number}/commands`, { command });
  }
  for (const service of [SERVICE, MARKUP]) {
    const message = webhookMessage({
      labels: {
        alertname: MARKUP,
        service,
        severity: 'critical',
        environment: 'production',
        [MARKUP]: MARKUP,
      },
      annotations: {
        summary: TITLE,
        description: MARKDOWN,
        runbook_url: `javascript:${RUN}`,
      },
      startsAt: new Date().toISOString(),
    });
    const answer = await request.post('/api/incidents/intake/alertmanager', {
      headers: ALERT_HEADERS,
      data: {
        ...message,
        externalURL: `javascript:${RUN}`,
        alerts: [
          ...message.alerts.map((alert: object) => ({
            ...alert,
            generatorURL: `javascript:${RUN}`,
          })),
          // One that cannot be read, so that it is kept aside with what it says.
          { status: MARKUP, labels: { alertname: MARKUP } },
        ],
      },
    });
    expect(answer.status(), await answer.text()).toBe(202);
  }
  return number;
}

/** Names as the catalog may have them, in whatever the plugin answers. */
async function nameEverythingLikeThat(page: Page) {
  await page.route('**/api/incidents/**', async route => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({
      response,
      body: text.replace(
        /"(title|name|ownerTitle|reason|detail|error|excerpt)":"((?:[^"\\]|\\.)*)"/g,
        (_, field, value) =>
          `"${field}":"${value}${JSON.stringify(MARKUP).slice(1, -1)}"`,
      ),
    });
  });
}

/** Everything on a page that a text may have become. */
function tracesOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if ('hostile' in window) {
      found.push('a script has run');
    }
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        const isCode = name.startsWith('on') || name === 'srcdoc';
        const isAddress = /^\s*(javascript|data:text)/i.test(
          value.replace(/[\t\n\r]/g, ''),
        );
        const leads = ['href', 'src', 'action', 'formaction', 'xlink:href'];
        if (
          (isCode && value.includes('hostile')) ||
          (isAddress && leads.includes(name)) ||
          (name === 'src' && value === 'x')
        ) {
          found.push(element.outerHTML.slice(0, 200));
        }
      }
      if (
        element.tagName === 'SCRIPT' &&
        element.textContent?.includes('hostile')
      ) {
        found.push(element.outerHTML.slice(0, 200));
      }
    }
    return found;
  });
}

test('whatever people and alerts say stays text on every screen', async ({
  page,
  request,
}) => {
  test.slow();
  page.on('dialog', dialog => dialog.dismiss());
  const number = await plant(request);
  const seen = page.getByText('Harmless <img').first();
  const look = async (path: string, show?: () => Promise<unknown>) => {
    await page.goto(path);
    await (show ? show() : expect(seen).toBeVisible());
    expect.soft(await tracesOn(page), path).toEqual([]);
  };
  const dialogOf = (name: RegExp | string) =>
    page.getByRole('button', { name }).first();

  await nameEverythingLikeThat(page);
  await look('/incidents');
  await page.keyboard.press('j');
  expect.soft(await tracesOn(page), 'preview').toEqual([]);
  await look('/incidents?view=unrouted');
  await look('/incidents/live');
  await look('/incidents/all');
  await look('/incidents/setup', () =>
    expect(page.getByText('<img').first()).toBeVisible(),
  );
  await look(`/incidents/${number}`);
  await dialogOf('Post update').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect.soft(await tracesOn(page), 'dialog').toEqual([]);
  await look(`/catalog/default/component/${SERVICE}`);
  await dialogOf('Report a problem').click();
  await expect(
    page.getByRole('dialog').getByText('<img').first(),
  ).toBeVisible();
  expect.soft(await tracesOn(page), 'report').toEqual([]);
  await look(`/catalog/default/component/${SERVICE}/incidents`);
  await look('/catalog/default/component/booking-web', () =>
    expect(page.getByRole('note').first()).toBeVisible(),
  );
  await look('/home', () =>
    expect(
      page.getByRole('main').or(page.locator('article')).first(),
    ).toBeVisible(),
  );
  // What is still being answered would find no page any more.
  await page.unrouteAll({ behavior: 'wait' });
});
