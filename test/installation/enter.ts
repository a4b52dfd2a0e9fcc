import type { Page } from '@playwright/test';

/** Opens a page as the guest of the template, who is asked whether to enter. */
export async function enter(page: Page, path: string) {
  const button = page.getByRole('button', { name: 'Enter' });
  await page.addLocatorHandler(button, () => button.click());
  await page.goto(path);
}
