import { expect, test } from '@playwright/test';
import { enter } from './enter';

test('a service of the template has a card and a tab, and what is reported there waits in the inbox of its owner', async ({
  page,
}) => {
  test.slow();
  const failures: Error[] = [];
  page.on('pageerror', error => failures.push(error));
  const title = 'The example is of no use';
  const card = page.getByRole('region', {
    name: 'Incidents of example-website',
  });

  await test.step('nothing is known on its card yet', async () => {
    await enter(page, '/catalog/default/component/example-website');
    await expect(card).toContainText('No live incident');
    await expect(async () => {
      await page.reload();
      await expect(card).toContainText('guests', { timeout: 5_000 });
    }, 'the catalog is known').toPass({ timeout: 60_000 });
  });

  await test.step('it has its colours', async () => {
    const done = await page.evaluate(() =>
      getComputedStyle(document.body).getPropertyValue('--incidents-done'),
    );
    expect(done).not.toBe('');
  });

  await test.step('a problem is reported from there', async () => {
    await card.getByRole('button', { name: 'Report a problem' }).click();
    const dialog = page.getByRole('dialog', { name: 'Report a problem' });
    await dialog.getByLabel('What is wrong?').fill(title);
    await expect(dialog.getByRole('combobox', { name: 'Where?' })).toHaveValue(
      'example-website',
    );
    await dialog.getByText('High', { exact: true }).first().click();
    await dialog.getByRole('button', { name: 'Report', exact: true }).click();
    await expect(page.getByText('INC-1 is reported')).toBeVisible();
    await expect(card.getByRole('heading', { name: title })).toBeVisible();
  });

  await test.step('it stands on the tab', async () => {
    const address = '/catalog/default/component/example-website/incidents';
    const asLink = page
      .getByRole('link', { name: 'Incidents', exact: true })
      .and(page.locator(`[href="${address}"]`));
    await page.getByRole('tab', { name: 'Incidents' }).or(asLink).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('link', { name: title }).first()).toBeVisible();
  });

  await test.step('it waits in the inbox, where it is taken', async () => {
    await page.goto('/incidents');
    // The template's guest is nobody's member: what is his is what he reported.
    await page.getByRole('radio', { name: /^Mine/ }).click();
    await page.getByRole('link', { name: title }).click();
    const preview = page.getByRole('region', { name: 'Preview of INC-1' });
    await preview
      .getByRole('button', { name: 'Acknowledge', exact: true })
      .click();
    await expect(preview).toContainText('Investigating');
  });

  await test.step('its page says who leads', async () => {
    await page.goto('/incidents/INC-1');
    await expect(
      page.getByRole('heading', { name: title, level: 2 }),
    ).toBeVisible();
    await expect(page.getByText('guest leads')).toBeVisible();
  });
  expect(failures).toEqual([]);
});
