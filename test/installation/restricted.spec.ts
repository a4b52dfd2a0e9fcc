import { expect, test, type Page } from '@playwright/test';
import { enter } from './enter';

const expectNoError = (page: Page) =>
  expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);

test('who may only read sees what there is, is offered nothing else, and is told what is not allowed', async ({
  page,
}) => {
  await test.step('the card has no way to report', async () => {
    await enter(page, '/catalog/default/component/example-website');
    const card = page.getByRole('region', {
      name: 'Incidents of example-website',
    });
    const head = card.getByRole('heading', { name: 'No live incident' });
    await expect(head).toBeVisible();
    await expect(card.getByRole('button')).toHaveCount(0);
    const [left, cardLeft] = await Promise.all(
      [head, card].map(async part => (await part.boundingBox())!.x),
    );
    expect(left - cardLeft, 'the line begins where lines begin').toBeLessThan(
      40,
    );
    await expectNoError(page);
  });

  await test.step('the inbox is empty, and there is no way to Setup', async () => {
    await page.goto('/incidents');
    await expect(page.getByText('All quiet')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Live' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Setup' })).toHaveCount(0);
    await expectNoError(page);
  });

  await test.step('Setup says whom it is for', async () => {
    await page.goto('/incidents/setup');
    await expect(
      page.getByText('Setup is for those who run the portal'),
    ).toBeVisible();
    await expectNoError(page);
  });
});
