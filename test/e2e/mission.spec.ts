import { expect, test, type Page } from '@playwright/test';
import { BROWSER } from '../suite';
import { fire } from './alerts';
import { STORY } from './story';
import { declare, look, work } from './work';

// The duties of an incident manager, one by one: what somebody does, and what they see then.

const rowOf = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ hasText: title });

const fact = (page: Page, title: string) =>
  page.getByRole('region', { name: title });

const entry = (page: Page, text: string) =>
  page
    .getByRole('tabpanel', { name: 'Timeline' })
    .getByRole('paragraph')
    .filter({ hasText: text });

/** As the page writes it. */
const timeOf = (instant: Date) =>
  instant.toLocaleTimeString(BROWSER.locale, {
    timeZone: BROWSER.timezoneId,
    hour: '2-digit',
    minute: '2-digit',
  });

async function openReport(page: Page, entity: string, persona = 'guest') {
  await page.goto(`/catalog/default/${entity}?as=${persona}`);
  await page.getByRole('button', { name: 'Report a problem' }).click();
  return page.getByRole('dialog');
}

test('set up support: whoever types a known symptom is offered to be counted instead, and follows it', async ({
  page,
  request,
}) => {
  await page.goto('/incidents/live?as=priya');
  const number = await rowOf(page, STORY.signedOut)
    .getByText(/^INC-\d+$/)
    .innerText();
  const before = await look(request, 'priya', number);

  const dialog = await openReport(page, 'component/booking-web', 'priya');
  await dialog.getByLabel('What is wrong?').fill('signed out at the seat map');
  await expect(dialog.getByText('Is it like this one?')).toBeVisible();
  await dialog.getByRole('button', { name: STORY.signedOut }).click();
  await expect(page.getByText(/You are counted in INC-\d+/)).toBeVisible();

  const after = await look(request, 'priya', number);
  expect(after.affectedPeople).toBe(before.affectedPeople + 1);
  expect(after.viewer).toMatchObject({ isAffected: true, follows: true });
});

test('with minimal trouble: a reporter reads status, workaround and next update, and may say that it is not over', async ({
  page,
  request,
}) => {
  const { number, title } = await declare(request, 'zoe', {
    title: 'Payout statements come without a logo',
    entityRef: 'component:default/payout-exporter',
  });
  await work(
    request,
    'guest',
    number,
    { type: 'acknowledge' },
    {
      type: 'post-update',
      impact: 'Statements of today have no logo.',
      action: 'We look for the template.',
      workaround: 'The portal shows them with it.',
      nextUpdateAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  );

  await page.goto('/incidents/all?mine=reported&as=zoe');
  const report = rowOf(page, title);
  await expect(report).toContainText('Investigating');
  await expect(report).toContainText('The portal shows them with it.');
  await expect(report).toContainText(/\d\d:\d\d\s*Update in (59 min|1 h)/);

  await work(request, 'guest', number, { type: 'resolve' });
  await report.getByRole('button', { name: 'Reopen' }).click();
  const dialog = page.getByRole('dialog', { name: `Reopen ${number}` });
  await dialog.getByRole('button', { name: 'Reopen' }).click();
  await expect(dialog.getByText('Say what is still wrong')).toBeVisible();
  await dialog.getByLabel('What is still wrong?').fill('Still no logo.');
  await dialog.getByRole('button', { name: 'Reopen' }).click();
  await expect(dialog).toBeHidden();
  await expect(report).toContainText('Investigating');
});

test('be reactive: three fields declare an incident, and its page names who was told', async ({
  page,
}) => {
  const title = 'Wallet balances are one day old';
  const dialog = await openReport(page, 'component/wallet-api');
  await dialog.getByLabel('What is wrong?').fill(title);
  await dialog
    .getByRole('radiogroup', { name: 'Impact' })
    .getByRole('radio', { name: 'High' })
    .click();
  await dialog.getByRole('button', { name: 'Declare' }).click();

  await expect(
    page.getByRole('heading', { name: title, level: 2 }),
  ).toBeVisible();
  await expect(fact(page, 'Facts')).toContainText('Who was told');
  await expect(fact(page, 'Facts')).toContainText('Nadia Haddad');
});

test('servers: what happens to a resource reaches its owner as what happens to a component does', async ({
  request,
}) => {
  const owners = [];
  for (const entityRef of [
    'resource:default/payments-db',
    'component:default/refund-worker',
  ]) {
    const incident = await declare(request, 'mei', {
      title: `Nothing moves in ${entityRef}`,
      entityRef,
    });
    owners.push(incident.owner?.title);
    expect(incident.told.length).toBeGreaterThan(1);
  }
  expect(owners).toEqual(['Payments', 'Payments']);
});

test('network: what depends on a router is listed, with whom to talk to', async ({
  page,
  request,
}) => {
  const { number } = await declare(request, 'guest', {
    title: 'Packets are lost at the edge',
    entityRef: 'resource:default/edge-router',
  });
  await page.goto(`/incidents/${number}`);

  const dependants = page.getByRole('list', { name: 'Depends on it' });
  await expect(dependants.getByRole('listitem')).toHaveCount(2);
  await expect(
    dependants.getByRole('listitem').filter({ hasText: 'edge-proxy' }),
  ).toContainText('Hosting');
});

test('prompt resolution: monitoring stamps the time of mitigation and stops the impact', async ({
  page,
  request,
}) => {
  const number = await fire(request, {
    service: 'payout-exporter',
    name: 'ExportLate',
    severity: 'warning',
    summary: 'The export of payouts is ten minutes late',
  });
  await work(request, 'guest', number!, { type: 'acknowledge' });
  await page.goto(`/incidents/${number}`);
  await page.getByRole('button', { name: 'Change status' }).click();
  await page.getByRole('menuitem', { name: 'Monitoring' }).click();

  await expect(
    page.getByRole('term').filter({ hasText: 'Mitigated' }).locator('..'),
  ).toContainText(/\d\d:\d\d/);
  const incident = await look(request, 'guest', number!);
  expect(incident.mitigatedAt).not.toBeNull();
  expect(incident.impactRunningSince).toBeNull();
});

test('detect: an alert that comes five times is one row, and an unknown service waits for somebody', async ({
  page,
  request,
}) => {
  const title = 'The receipt queue stands still';
  const alert = {
    service: 'invoice-worker',
    name: 'QueueStands',
    severity: 'warning',
    summary: title,
  } as const;
  const reached = new Set<string | null>();
  for (let times = 0; times < 5; times += 1) {
    reached.add(await fire(request, alert));
  }
  expect(reached.size).toBe(1);
  const stray = 'Nobody knows the parrot';
  await fire(request, {
    ...alert,
    service: 'parrot',
    name: 'ParrotSilent',
    summary: stray,
  });

  await page.goto('/incidents?view=teams');
  await expect(rowOf(page, title)).toHaveCount(1);
  await expect(rowOf(page, title)).toContainText('alerts ×5');
  await page.goto('/incidents?view=unrouted');
  await expect(rowOf(page, stray)).toBeVisible();
});

test('prioritise by impact: a service of the first tier is suggested as high, with the reason', async ({
  page,
}) => {
  const dialog = await openReport(page, 'component/payments-api');
  await expect(
    dialog
      .getByRole('radiogroup', { name: 'Impact' })
      .getByRole('radio', { name: 'High' }),
  ).toBeChecked();
  await expect(dialog.getByText(/its tier is 1/)).toBeVisible();
});

test('by urgency: a workaround that helps lowers it, and what it was stays on the timeline', async ({
  page,
  request,
}) => {
  const { number } = await declare(request, 'guest', {
    title: 'Invoices cannot be downloaded',
    entityRef: 'component:default/invoice-worker',
    impact: 'medium',
    urgency: 'high',
    workaround: 'They come by mail as well.',
  });
  await page.goto(`/incidents/${number}`);
  await expect(fact(page, 'Why P2')).toBeVisible();

  await page.getByRole('button', { name: 'It helps' }).click();
  await expect(page.getByText(/helps, known since/)).toBeVisible();
  await expect(fact(page, 'Why P3')).toContainText('medium urgency');
  await expect(
    entry(page, 'You (guest) found that the workaround helps'),
  ).toBeVisible();
  await expect(entry(page, 'You (guest) changed the priority')).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(fact(page, 'Why P2')).toBeVisible();
});

test('by potential risks: a matter of security is one step more critical, and asks who should know of it', async ({
  page,
}) => {
  const title = 'A wallet shows the balance of somebody else';
  const dialog = await openReport(page, 'component/wallet-api');
  const derived = dialog.getByRole('status');
  await dialog.getByLabel('What is wrong?').fill(title);
  await dialog
    .getByRole('radiogroup', { name: 'Impact' })
    .getByRole('radio', { name: 'Medium' })
    .click();
  await expect(derived.getByText('P4')).toBeVisible();
  await dialog.getByRole('button', { name: /^More/ }).click();
  await dialog.getByText('security', { exact: true }).click();
  await expect(derived.getByText('P3')).toBeVisible();
  await expect(dialog.getByText('Should everybody know of it?')).toBeVisible();
  await dialog.getByText(/^Keep it among/).click();
  await dialog.getByRole('button', { name: 'Declare' }).click();

  await expect(
    page.getByRole('heading', { name: title, level: 2 }),
  ).toBeVisible();
  await expect(page.getByText('Private', { exact: true })).toBeVisible();
});

test('triage: one key takes a row, which no longer asks, and the timeline says who and when', async ({
  page,
  request,
}) => {
  const title = 'Fraud checks answer slowly';
  await fire(request, {
    service: 'checkout-api',
    name: 'FraudChecksSlow',
    severity: 'warning',
    summary: title,
  });
  await page.goto('/incidents?view=teams');
  const list = page.getByRole('list', { name: 'Incidents of your teams' });
  const row = list.getByRole('listitem').filter({ hasText: title });
  await expect(row).toContainText('New');
  const rows = list.getByRole('link');
  await page.keyboard.press('k');
  for (const _ of await rows.all()) {
    if (await row.evaluate(each => each.contains(document.activeElement))) {
      break;
    }
    await page.keyboard.press('j');
  }
  await page.keyboard.press('a');
  await expect(row).not.toContainText('New');
  await expect(row).toContainText('you lead');

  await page.keyboard.press('o');
  await expect(entry(page, 'You (guest) acknowledged and leads')).toBeVisible();
});

test('most critical first: each row says why it stands where it stands', async ({
  page,
}) => {
  await page.goto('/incidents?view=teams');
  const list = page.getByRole('list', { name: 'Incidents of your teams' });
  await expect(
    list.getByTitle(/^P2, raised: redundancy gone, (Update in|Overdue)/),
  ).toBeVisible();
  const ranks = await list
    .getByTitle(/^P[1-5]/)
    .evaluateAll(marks => marks.map(mark => mark.getAttribute('title') ?? ''));
  const priorities = ranks.map(rank => rank.slice(0, 2));
  expect(priorities).toEqual([...priorities].sort());
});

test('pass on for the third time: it asks why, and shows who held it how long', async ({
  page,
  request,
}) => {
  const { number } = await declare(request, 'guest', {
    title: 'Somebody has to look at the statements',
    entityRef: 'component:default/payout-exporter',
  });
  for (const [persona, to] of [
    ['guest', 'group:default/booking'],
    ['mei', 'group:default/payments'],
  ]) {
    await work(request, persona, number, {
      type: 'pass-on',
      to,
      reason: 'They made the last change',
    });
  }
  await page.goto(`/incidents?view=teams&at=${number}`);
  await expect(
    page.getByRole('region', { name: `Preview of ${number}` }),
  ).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: `Preview of ${number}` })
      .getByRole('button', { name: /^Pass on/ }),
  ).toBeVisible();
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: `Pass on ${number}` });
  await expect(
    dialog.getByText('It was passed on 2 times already'),
  ).toBeVisible();
  await expect(
    dialog.getByRole('listitem').filter({ hasText: 'Booking' }),
  ).toBeVisible();
  await expect(
    dialog.getByLabel('Why has it to go on once more?'),
  ).toBeVisible();
});

test('keeps records once reported: a corrected start stands on the sheet of evidence with what was, why and by whom', async ({
  page,
  request,
}) => {
  const was = new Date(Date.now() - 10 * 60_000);
  const is = new Date(Date.now() - 20 * 60_000);
  const { number } = await declare(request, 'guest', {
    title: 'Invoices name the wrong year',
    entityRef: 'component:default/invoice-worker',
    impactStartedAt: was.toISOString(),
  });
  await work(request, 'guest', number, {
    type: 'correct-time',
    stamp: 'impactStartedAt',
    at: is.toISOString(),
    reason: 'The first complaint is older',
  });
  await page.goto(`/incidents/${number}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Evidence sheet' }).click();

  const change = page
    .getByRole('row')
    .filter({ hasText: 'The first complaint is older' });
  await expect(change).toContainText('Impact began');
  for (const instant of [was, is]) {
    await expect(change).toContainText(timeOf(instant));
  }
  await expect(change).toContainText('You (guest)');
  await expect(
    page.getByRole('heading', { name: 'Reported and reviewed' }),
  ).toBeVisible();
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
