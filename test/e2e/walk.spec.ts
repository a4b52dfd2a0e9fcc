import { expect, test, type Locator, type Page } from '@playwright/test';
import { fire } from './alerts';
import { deploy } from './changes';
import { headersOf } from './people';
import { STORY } from './story';

const cardOf = (page: Page, entity: string) =>
  page.getByRole('region', { name: `Incidents of ${entity}` });

const phase = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Status' })
    .getByRole('listitem')
    .filter({ hasText: name });

const entry = (page: Page, text: string) =>
  page
    .getByRole('tabpanel', { name: 'Timeline' })
    .getByRole('paragraph')
    .filter({ hasText: text });

/** Walks the rows with `j`, from the first one, until the wanted one is reached. */
async function walkTo(row: Locator, rows: Locator, page: Page) {
  await expect(row).toBeVisible();
  await page.keyboard.press('k');
  for (const _ of await rows.all()) {
    if (await row.evaluate(link => link === document.activeElement)) {
      break;
    }
    await page.keyboard.press('j');
  }
  await expect(row).toBeFocused();
}

async function changeStatus(page: Page, to: string) {
  await page.keyboard.press('s');
  await page.getByRole('menuitem', { name: to }).click();
}

test('an alert is seen on its service, taken by its owner, worked, resolved and remembered', async ({
  page: service,
  context,
  request,
}) => {
  const title = 'One card network refuses every payment';
  await deploy(request, 'card-gateway', '3.2');
  const number = await fire(request, {
    service: 'card-gateway',
    name: 'NetworkRefusalsHigh',
    severity: 'critical',
    summary: title,
  });
  const card = cardOf(service, 'card-gateway');
  const inbox = await context.newPage();

  await test.step('seen on the page of the service', async () => {
    await service.goto('/catalog/default/component/card-gateway');
    await expect(card.getByRole('heading', { name: title })).toBeVisible();
    await expect(card).toContainText('P2');
    await expect(card).toContainText(`${number}Triage`);
    await expect(card).toContainText('Nobody leads it yet');
  });

  await test.step('opened from the inbox by keyboard, and acknowledged', async () => {
    await inbox.goto('/incidents');
    const rows = inbox.getByRole('list', { name: 'Incidents of your teams' });
    await walkTo(
      rows.getByRole('link', { name: title }),
      rows.getByRole('link'),
      inbox,
    );
    const preview = inbox.getByRole('region', { name: `Preview of ${number}` });
    await expect(preview.getByRole('heading', { name: title })).toBeVisible();
    await expect(
      preview.getByRole('button', { name: 'Acknowledge', exact: true }),
    ).toBeVisible();

    await inbox.keyboard.press('Enter');
    await inbox.keyboard.press('a');
    await expect(inbox.getByText(`You lead ${number} now`)).toBeVisible();
    await expect(preview).toContainText('Investigating');

    await inbox.keyboard.press('o');
    await expect(inbox).toHaveURL(`/incidents/${number}`);
  });
  const incident = inbox;

  await test.step('led by me, as the service page says without being loaded anew', async () => {
    await expect(
      incident.getByRole('heading', { name: title, level: 2 }),
    ).toBeVisible();
    await expect(incident.getByText('You (guest) leads')).toBeVisible();
    await expect(card).toContainText('Led by You (guest), Payments');
  });

  await test.step('caused by what was deployed before it', async () => {
    const changes = incident.getByRole('region', { name: 'Changes' });
    await expect(changes).toContainText('Deployed card-gateway 3.2');
    await expect(changes).toContainText('5 min before');
    await changes
      .getByRole('button', { name: 'Caused it: card-gateway 3.2' })
      .click();
    await expect(
      entry(incident, 'You (guest) found the cause: card-gateway 3.2'),
    ).toBeVisible();
    await expect(
      changes.getByRole('button', { name: 'Not the cause' }),
    ).toBeVisible();
  });

  await test.step('told of in an update', async () => {
    await incident.keyboard.press('u');
    const dialog = incident.getByRole('dialog', {
      name: `Post an update on ${number}`,
    });
    await expect(dialog.getByLabel('What is affected?')).toBeFocused();
    await incident.keyboard.type('Cards of one network are refused.');
    await dialog
      .getByLabel('What do we do about it?')
      .fill('We send them through the second acquirer.');
    await dialog
      .getByLabel('What can people do meanwhile?')
      .fill('Pay with another card.');
    await dialog.getByText('in 30 min').click();
    await dialog.getByRole('button', { name: 'Post update' }).click();
    await expect(dialog).toBeHidden();

    const said = incident.getByRole('definition');
    await expect(
      said.filter({ hasText: 'Cards of one network are refused' }).first(),
    ).toBeVisible();
    await expect(
      said
        .filter({ hasText: 'We send them through the second acquirer' })
        .first(),
    ).toBeVisible();
    await expect(
      incident.getByText(/Next update .*, in (29|30) min/),
    ).toBeVisible();
    await expect(card).toContainText('Workaround: Pay with another card.');
    await expect(card).toContainText(/Next update .*, in (29|30) min/);
  });

  await test.step('being fixed, then watched', async () => {
    await changeStatus(incident, 'Fixing');
    await expect(phase(incident, 'Fixing')).toHaveAttribute(
      'aria-current',
      'step',
    );
    await expect(card).toContainText('Fixing');
    await changeStatus(incident, 'Monitoring');
    await expect(card).toContainText('Monitoring');
  });

  await test.step('resolved with what ended it', async () => {
    await incident
      .getByRole('button', { name: 'Resolve', exact: true })
      .click();
    const dialog = incident.getByRole('dialog', { name: `Resolve ${number}` });
    await dialog
      .getByLabel('What ended it?')
      .fill('The network had blocked our old certificate; the new one is in.');
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    await expect(dialog).toBeHidden();
    await expect(entry(incident, 'You (guest) resolved it')).toBeVisible();
    await expect(card).toContainText('No live incident');
  });

  await test.step('found again on the tab of the service', async () => {
    await service
      .getByRole('main')
      .getByRole('link', { name: 'Incidents', exact: true })
      .click();
    await expect(service.getByText('Nothing is live.')).toBeVisible();
    const row = service.getByRole('row', { name: title });
    await expect(row).toContainText('P2');
    await expect(row).toContainText('Resolved');
    await row.getByRole('link', { name: title }).click();
    await expect(
      service
        .getByText(
          'The network had blocked our old certificate; the new one is in.',
        )
        .first(),
    ).toBeVisible();
  });
});

test('work that can wait is put on hold and taken up again', async ({
  page,
  request,
}) => {
  const number = await fire(request, {
    service: 'fx-rates',
    name: 'RatesAreOld',
    severity: 'warning',
    summary: 'Rates of one vendor are six hours old',
  });
  await page.goto(`/incidents/${number}`);
  await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await expect(page.getByText('You (guest) leads')).toBeVisible();

  await changeStatus(page, 'Put on hold');
  const dialog = page.getByRole('dialog', { name: `Put ${number} on hold` });
  await dialog.getByText('A vendor').click();
  await dialog.getByText('in 4 h').click();
  await dialog.getByLabel('Note').fill('They look into it, ticket 5521.');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(dialog).toBeHidden();

  await expect(
    page.getByText('On hold, waiting for a vendor').first(),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Post update' })).toBeHidden();

  await page.getByRole('button', { name: 'Resume' }).first().click();
  await expect(page.getByText(`${number} goes on`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Post update' })).toBeVisible();

  await changeStatus(page, 'Resolve');
  await page
    .getByRole('dialog', { name: `Resolve ${number}` })
    .getByRole('button', { name: 'Resolve' })
    .click();
  await expect(entry(page, 'You (guest) resolved it')).toBeVisible();
});

test('another team sees the trouble of what it depends on, and cannot meddle', async ({
  browser,
  page,
  request,
}) => {
  const context = await browser.newContext();
  const booking = await context.newPage();
  await booking.goto('/catalog/default/component/booking-web?as=mei');

  const notice = booking.getByRole('note').filter({ hasText: 'payments-api' });
  await expect(notice).toContainText(
    'payments-api, which booking-web depends on, has a P2.',
  );
  await expect(notice).toContainText('Nadia Haddad leads, next update');
  await expect(notice).toContainText('Workaround: Pay by bank transfer');

  const link = notice.getByRole('link');
  const number = await link.innerText();
  await link.click();
  await expect(
    booking.getByRole('heading', { name: STORY.cardPayments, level: 2 }),
  ).toBeVisible();
  await expect(booking.getByText('Nadia Haddad leads')).toBeVisible();

  const ofResponders = (window: Page) => [
    window.getByRole('button', { name: 'Post update' }),
    window.getByRole('button', { name: 'Change status' }),
  ];
  for (const control of ofResponders(booking)) {
    await expect(control).toBeHidden();
  }
  await page.goto(`/incidents/${number}`);
  for (const control of ofResponders(page)) {
    await expect(control).toBeVisible();
  }

  const address = `/api/incidents/incidents/${number}`;
  const headers = await headersOf(request, 'mei');
  const before = await (await request.get(address, { headers })).json();
  for (const command of [
    { type: 'acknowledge' },
    { type: 'resolve', note: 'Over, as far as I am concerned.' },
    { type: 'dismiss', reason: 'false-alarm' },
    { type: 'pass-on', to: 'group:default/booking', reason: 'Ours now' },
  ]) {
    const refusal = await request.post(`${address}/commands`, {
      headers,
      data: { command },
    });
    expect(refusal.status(), command.type).toBe(403);
  }
  const after = await (await request.get(address, { headers })).json();
  expect(after.version).toBe(before.version);

  await context.close();
});
