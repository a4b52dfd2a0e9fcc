import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { SURFACES } from './surfaces';

const FOLDER = join(__dirname, '../../test-results/screenshots');
const laptop = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };

/** What would keep somebody from reading or using it. */
async function barriersOn(page: Page, own: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(own).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        [id, target.join(' '), failureSummary].join('\n'),
      ),
    );
}

/** How long a surface may take on a busy machine. */
const PATIENCE_MS = 15_000;

// One page for all surfaces of a theme: what it has loaded once is at hand for the next. Each is
// opened once and then looked at on both devices; what keeps somebody from using it is the same.
for (const colorScheme of ['light', 'dark'] as const) {
  test(`every surface on a laptop and a phone, ${colorScheme}`, async ({
    page,
  }) => {
    test.setTimeout(SURFACES.length * PATIENCE_MS);
    await page.emulateMedia({ colorScheme });
    for (const { name, open, aim, own, isSeenOnPhones } of SURFACES) {
      await test.step(name, async () => {
        await page.setViewportSize(laptop);
        await open(page);
        await aim?.(page);
        await keep(page, `${name}-${colorScheme}`);
        expect.soft((await barriersOn(page, own)).join('\n\n')).toBe('');
        if (isSeenOnPhones) {
          await page.setViewportSize(phone);
          await aim?.(page);
          await keep(page, `${name}-${colorScheme}`);
        }
      });
    }
  });
}

async function keep(page: Page, name: string) {
  const { width, height } = page.viewportSize()!;
  await page.screenshot({
    path: join(FOLDER, `${name}-${width}x${height}.png`),
    animations: 'disabled',
  });
}
