import { expect, test } from '@playwright/test';
import { STORY } from './story';

test('the first screen says who leads, what the impact is, what is done and when news come', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('/incidents/live');
  await page.getByRole('link', { name: STORY.cardPayments }).click();
  await expect(
    page.getByRole('heading', { name: STORY.cardPayments, level: 2 }),
  ).toBeVisible();

  const answers = {
    'who leads': page.getByText('Nadia Haddad leads'),
    'how long it hurts': page.getByText(/^Impact \d+ min$/),
    'what the impact is': page
      .getByText('1 in 5 card payments fails at the last step')
      .first(),
    'what is being done': page
      .getByText('We move payments-db to its second replica')
      .first(),
    'what helps meanwhile': page
      .getByText('Pay by bank transfer or wallet')
      .first(),
    'when the next news come': page.getByText(
      /^Next update \d\d:\d\d, (in \d+ (min|s)|\d+ (min|s) late)$/,
    ),
    'what can be done next': page.getByRole('button', { name: 'Post update' }),
  };
  for (const [question, answer] of Object.entries(answers)) {
    await expect(answer, question).toBeVisible();
    const box = await answer.boundingBox();
    expect(box, question).not.toBeNull();
    expect(box!.x, question).toBeGreaterThanOrEqual(0);
    expect(box!.y, question).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width, question).toBeLessThanOrEqual(1366);
    expect(box!.y + box!.height, question).toBeLessThanOrEqual(768);
  }
});
