import { expect, test } from '@playwright/test';

test('the catalog opens for the guest, without a click', async ({ page }) => {
  await page.goto('/');

  await expect(
    page.getByRole('heading', { name: 'Fernway Catalog' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'payments-api' })).toBeVisible();

  await page.goto('/settings');
  await expect(page.getByText('You (guest)').first()).toBeVisible();
});

test('the portal opens as another person, who stays so on the next page', async ({
  page,
}) => {
  const ownTeam = page.getByRole('link', { name: 'Booking', exact: true });

  await page.goto('/settings?as=mei');
  await expect(ownTeam).toBeVisible();

  await page.goto('/settings');
  await expect(ownTeam).toBeVisible();
});
