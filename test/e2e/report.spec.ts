import { expect, test, type Page } from '@playwright/test';
import { headersOf } from './people';
import { STORY } from './story';

async function openReport(page: Page, entity: string) {
  await page.goto(`/catalog/default/component/${entity}`);
  const card = page.getByRole('region', { name: `Incidents of ${entity}` });
  await card.getByRole('button', { name: 'Report a problem' }).press('Enter');
}

test('a problem is reported from the page of a service in three fields, by keyboard', async ({
  page,
  request,
}) => {
  const title = 'The weather of yesterday is shown';
  await openReport(page, 'weather-widget');
  const dialog = page.getByRole('dialog', { name: 'Report a problem' });

  await expect(dialog.getByLabel('What is wrong?')).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Tab');
  const where = dialog.getByRole('combobox', { name: 'Where?' });
  await expect(where).toBeFocused();
  await expect(where).toHaveValue('weather-widget');
  await page.keyboard.press('Tab');
  const impact = dialog.getByRole('radiogroup', { name: 'Impact' });
  await expect(dialog.getByText(/^Low impact is suggested:/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(impact.getByRole('radio', { name: 'Medium' })).toBeChecked();
  await expect(dialog.getByText('Goes to Booking, 5 people.')).toBeVisible();
  const passed = ['Urgency', 'More', 'Cancel'];
  for (const _ of [...passed, 'Report']) {
    await page.keyboard.press('Tab');
  }
  await expect(
    dialog.getByRole('button', { name: 'Report', exact: true }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  const outcome = page.getByText(/^INC-\d+ is reported$/);
  await expect(outcome).toBeVisible();
  const [number] = (await outcome.innerText()).split(' ');

  await test.step('it waits for its owner, and stands under what I reported', async () => {
    await page.goto('/incidents');
    await page.getByRole('link', { name: 'My reports' }).click();
    const report = page
      .getByRole('list', { name: 'What you reported' })
      .getByRole('listitem')
      .filter({ hasText: title });
    await expect(report).toContainText('Triage');
    await expect(report).toContainText('No update yet');
    await expect(report).toContainText('when there is news');

    const headers = await headersOf(request, 'mei');
    for (const command of [
      { type: 'acknowledge' },
      {
        type: 'post-update',
        impact: 'The weather is a day old everywhere.',
        action: 'We start the reader again.',
        workaround: 'The app has it right.',
        nextUpdateAt: new Date(Date.now() + 3_600_000).toISOString(),
      },
    ]) {
      const answer = await request.post(
        `/api/incidents/incidents/${number}/commands`,
        { headers, data: { command } },
      );
      expect(answer.status(), await answer.text()).toBe(200);
    }

    await expect(report).toContainText('Investigating');
    await expect(report).toContainText('We start the reader again.');
    await expect(report).toContainText('The app has it right.');
    await expect(report).toContainText('Update in 59 min');
  });
});

test('who is affected too joins what is known with one press, and follows it', async ({
  page,
}) => {
  const affected = page.getByText(/people affected$/);
  await page.goto('/incidents/live');
  await page.getByRole('link', { name: STORY.signedOut }).click();
  await expect(
    page.getByRole('button', { name: 'Follow', exact: true }),
  ).toBeVisible();
  const before = parseInt(await affected.innerText(), 10);

  await openReport(page, 'booking-web');
  await page
    .getByRole('dialog', { name: 'Report a problem' })
    .getByRole('button', { name: STORY.signedOut })
    .press('Enter');
  await expect(
    page.getByText(/You are counted in INC-\d+ and follow it now/),
  ).toBeVisible();

  await page.goto('/incidents/live');
  await page.getByRole('link', { name: STORY.signedOut }).click();
  await expect(
    page.getByRole('button', { name: 'Following', pressed: true }),
  ).toBeVisible();
  await expect(affected).toHaveText(`${before + 1} people affected`);
});

test('what its owner reports is being investigated at once', async ({
  page,
}) => {
  const title = 'The payout file of tonight has no amounts';
  await openReport(page, 'payout-exporter');
  const dialog = page.getByRole('dialog', { name: 'Declare an incident' });
  await dialog.getByLabel('What is wrong?').fill(title);
  await expect(dialog.getByText('It starts at once.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Declare' }).click();

  await expect(
    page.getByRole('heading', { name: title, level: 2 }),
  ).toBeVisible();
  await expect(
    page
      .getByRole('list', { name: 'Status' })
      .getByRole('listitem')
      .filter({ hasText: 'Investigating' }),
  ).toHaveAttribute('aria-current', 'step');
});
