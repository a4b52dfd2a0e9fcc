import { expect, test, type Browser, type Page } from '@playwright/test';
import { moveClock } from './movableClock';
import { headersOf } from './people';
import { DATA } from './portal';
import { declare, work } from './work';

const DAY = 24 * 60 * 60_000;
const WORDS = 'Nobody is told when refunds are paid twice.';
const CONTRIBUTED = 'Two workers take the same job.';
const PREVENTING = 'Refuse a refund that was paid already';

const section = (page: Page, title: string) =>
  page.getByRole('region', { name: title, exact: true });

const text = (page: Page, title: string) =>
  section(page, title).getByRole('textbox', { name: title, exact: true });

async function write(page: Page, title: string, words: string) {
  await text(page, title).fill(words);
  await text(page, title).blur();
  await expect(section(page, title)).toContainText(/Saved/);
}

/** All words of a section, as one selects them. */
async function select(page: Page, title: string) {
  await text(page, title).click();
  await page.keyboard.press('ControlOrMeta+A');
}

/** Somebody else at their own screen. */
async function pageOf(
  browser: Browser,
  persona: string,
  path: string,
): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${path}?as=${persona}`);
  return page;
}

async function propose(
  page: Page,
  action: { title: string; type?: string; dueOn?: string },
) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What will be done?').fill(action.title);
  if (action.type) {
    await dialog.getByRole('radio', { name: action.type }).click();
  }
  await dialog.getByRole('button', { name: 'I do it' }).click();
  if (action.dueOn) {
    await dialog.getByRole('radio', { name: 'Other …' }).click();
    await dialog.getByLabel('Due day').fill(action.dueOn);
  }
  await dialog.getByRole('button', { name: 'Propose' }).click();
  const outcome = page.getByText(/^ACT-\d+ is proposed$/);
  await expect(outcome).toBeVisible();
  return (await outcome.innerText()).split(' ')[0];
}

test('a P1 is learned from: reviewed by two, approved, published; one of its actions runs late, is done and verified, and the other is shown when it comes again', async ({
  page: nadia,
  browser,
  request,
}) => {
  test.setTimeout(120_000);
  const { number } = await declare(request, 'guest', {
    title: 'Refunds are paid out twice',
    entityRef: 'component:default/refund-worker',
    impact: 'high',
    urgency: 'high',
    impactStartedAt: new Date(Date.now() - 20 * 60_000).toISOString(),
  });
  await work(
    request,
    'guest',
    number,
    { type: 'acknowledge' },
    {
      type: 'post-update',
      impact: 'Some refunds are paid twice.',
      action: 'We stop the worker.',
    },
    { type: 'resolve', note: 'The worker had run twice.' },
  );
  const review = `/incidents/${number}/review`;
  const guest = await pageOf(browser, 'guest', '/incidents');
  /** Of what is made on the way. */
  const numbers = { late: '', preventing: '', again: '' };

  await test.step('begun from the incident, and written by two at once', async () => {
    await nadia.goto(`/incidents/${number}?as=nadia`);
    await nadia.getByRole('button', { name: 'Start review' }).click();
    await expect(nadia).toHaveURL(review);
    await guest.goto(review);

    const told = nadia
      .getByRole('tabpanel', { name: 'Timeline' })
      .getByRole('listitem')
      .filter({ hasText: 'We stop the worker.' });
    await expect(told.getByRole('checkbox')).toBeChecked();
    await told.getByTitle('On the timeline of the incident').click();
    await expect(nadia).toHaveURL(/part=timeline&entry=\d+$/);
    await expect(
      nadia.getByRole('tabpanel', { name: 'Timeline' }),
    ).toContainText('We stop the worker.');
    await nadia.goBack();

    await write(nadia, 'Summary', 'Two workers paid the same refunds.');
    await write(guest, 'Detection', WORDS);
    await write(nadia, 'Impact', '12 refunds, 840 € in all.');
    await expect(text(nadia, 'Detection')).toHaveValue(WORDS);

    await nadia.getByRole('tab', { name: 'Facts' }).click();
    await expect(
      nadia.getByRole('listitem').filter({ hasText: 'Updates on time' }),
    ).toContainText('1 of 1');
  });

  await test.step('of two texts of one section neither is lost', async () => {
    await text(guest, 'Response').fill('The first worker was stopped by hand.');
    await text(nadia, 'Response').fill('We stopped both workers.');
    await text(nadia, 'Response').blur();
    await text(guest, 'Response').blur();

    const response = section(guest, 'Response');
    await expect(response).toContainText('We stopped both workers.');
    await expect(response).toContainText(
      'The first worker was stopped by hand.',
    );
    await response
      .getByRole('textbox', { name: 'Joined text: Response' })
      .fill('The first worker was stopped by hand, then both.');
    await response.getByRole('button', { name: 'Use the joined text' }).click();
    await expect(text(nadia, 'Response')).toHaveValue(
      'The first worker was stopped by hand, then both.',
    );
  });

  await test.step('what contributed, and what is to be done, from the words', async () => {
    await expect(nadia.getByRole('button', { name: 'Hand in' })).toBeDisabled();
    const factors = section(nadia, 'Contributing factors');
    await factors.getByRole('button', { name: 'Add factor' }).click();
    await factors.getByLabel('What contributed').fill(CONTRIBUTED);
    await factors.getByRole('textbox', { name: 'Tag' }).fill('missing-test');
    await factors.getByRole('button', { name: 'Add factor' }).last().click();
    await expect(factors).toContainText(CONTRIBUTED);

    await select(guest, 'Detection');
    await guest.keyboard.press('Alt+T');
    const dueOn = new Date(Date.now() + DAY).toISOString().slice(0, 10);
    numbers.late = await propose(guest, {
      title: 'Alert on a refund that is paid twice',
      type: 'Detect sooner',
      dueOn,
    });
    await expect(
      section(guest, 'Action items')
        .getByRole('listitem')
        .filter({ hasText: numbers.late }),
    ).toContainText(/You \(guest\).*due/);

    await factors.getByRole('button', { name: 'Make action' }).click();
    numbers.preventing = await propose(nadia, { title: PREVENTING, dueOn });
  });

  await test.step('handed in, approved by somebody else, published', async () => {
    await nadia.getByRole('button', { name: 'Hand in' }).click();
    await expect(guest.getByText('In review').first()).toBeVisible();
    await expect(guest.getByRole('button', { name: 'Approve' })).toBeHidden();
    const ravi = await pageOf(browser, 'ravi', review);
    await ravi.getByRole('button', { name: 'Approve' }).click();
    await expect(ravi.getByText('Approved').first()).toBeVisible();

    await ravi.getByRole('link', { name: 'Document' }).click();
    await expect(ravi).toHaveURL(`${review}/document`);
    await expect(ravi.getByText('12 refunds, 840 € in all.')).toBeVisible();
    await expect(ravi.getByText(PREVENTING)).toBeVisible();

    const sheet = ravi.getByRole('article');
    await expect(sheet).toContainText(WORDS);
    await expect(sheet).toContainText(CONTRIBUTED);
    await ravi.getByRole('radio', { name: 'To share' }).click();
    await expect(sheet).not.toContainText(WORDS);
    await expect(sheet).toContainText('12 refunds, 840 € in all.');
    await expect(sheet).toContainText(PREVENTING);
    await expect(sheet).not.toContainText(CONTRIBUTED);
    await expect(sheet).not.toContainText(/Nadia|guest/);
    await ravi.context().close();
  });

  await test.step('one runs late: who does it and who answers for it are told, card and board show it', async () => {
    for (const command of [
      { type: 'accept' },
      { type: 'start' },
      { type: 'make-accountable', accountableRef: 'user:default/ines' },
    ]) {
      const answer = await request.post(
        `/api/incidents/actions/${numbers.late}/commands`,
        { headers: await headersOf(request, 'guest'), data: { command } },
      );
      expect(answer.status(), await answer.text()).toBe(200);
    }
    moveClock(DATA, 3 * DAY);
    await guest.clock.setSystemTime(Date.now() + 3 * DAY);
    for (const persona of ['guest', 'ines']) {
      await expect
        .poll(() => toldOf(numbers.late, persona))
        .toContainEqual(expect.stringMatching(/^Overdue/));
    }

    await guest.goto('/catalog/default/component/refund-worker');
    await expect(
      guest.getByRole('region', { name: 'Incidents of refund-worker' }),
    ).toContainText(/\d open action items?, \d overdue/);
    await guest.goto('/incidents/reviews/actions?lanes=accountable');
    await expect(
      guest
        .getByRole('region', { name: 'Inès Laurent' })
        .locator(`[data-number="${numbers.late}"]`),
    ).toContainText('overdue');
  });

  await test.step('it is done and verified', async () => {
    const card = guest.locator(`[data-number="${numbers.late}"]`);
    await card.getByRole('button', { name: /^Alert on a refund/ }).focus();
    await guest.keyboard.press('f');
    await guest
      .getByRole('dialog', { name: `Finish ${numbers.late}` })
      .getByLabel('What was done?')
      .fill('The alert is out.');
    await guest.getByRole('button', { name: 'Finish', exact: true }).click();
    await expect(guest.getByText(`${numbers.late} is done`)).toBeVisible();

    // By somebody else than who did it.
    await nadia.goto('/incidents/reviews/actions');
    await nadia
      .locator(`[data-number="${numbers.late}"]`)
      .getByRole('button', { name: /^Alert on a refund/ })
      .focus();
    await nadia.keyboard.press('v');
    await nadia
      .getByRole('dialog', { name: `Verify ${numbers.late}` })
      .getByLabel('How did you see that it helps?')
      .fill('It fired in the drill.');
    await nadia.getByRole('button', { name: 'Verify', exact: true }).click();
    await expect(nadia.getByText(`${numbers.late} is verified`)).toBeVisible();
  });

  await test.step('when it comes again, what was to prevent it is shown', async () => {
    const guard = new RegExp(
      `^Preventing action ${numbers.preventing} is \\d d overdue$`,
    );
    await guest.goto('/catalog/default/component/refund-worker');
    await guest.getByRole('button', { name: 'Report a problem' }).click();
    const dialog = guest.getByRole('dialog');
    await expect(dialog.getByText(guard)).toBeVisible();
    await dialog
      .getByLabel('What is wrong?')
      .fill('Refunds are paid out twice');
    await dialog.getByRole('button', { name: 'Declare' }).click();
    await expect(guest).toHaveURL(/\/incidents\/INC-\d+$/);
    await expect(guest.getByText(guard)).toBeVisible();
    numbers.again = new URL(guest.url()).pathname.split('/').pop()!;
  });

  await test.step('the system says what contributed, what of that is open, how long it hurt and what was kept of what was promised', async () => {
    await guest.goto('/catalog/default/system/payments/incidents');
    const factors = section(guest, 'What contributed');
    await factors.getByRole('button', { name: /^missing-test/ }).click();
    await expect(factors.getByRole('link', { name: number })).toBeVisible();
    await expect(factors).toContainText(/\d open action items? \d overdue/);

    await expect(section(guest, 'When')).toContainText(/Impact in all: \d+ /);
    const promises = section(guest, 'Further figures');
    for (const promise of ['Updates on time', 'Actions done on time']) {
      await expect(promises).toContainText(
        new RegExp(`${promise}\\d+ of \\d+, \\d+%`),
      );
    }
  });

  await test.step('what came again meanwhile is in the lead of the follow-through', async () => {
    await guest.goto('/incidents/reviews/follow-through');
    await expect(
      guest.getByRole('row').filter({ hasText: numbers.again }),
    ).toContainText(`${numbers.preventing} ${PREVENTING}`);
  });

  /** What the notifications of a person say of an action item. */
  async function toldOf(action: string, persona: string): Promise<string[]> {
    const answer = await request.get('/api/notifications/notifications', {
      headers: await headersOf(request, persona),
    });
    const { notifications } = await answer.json();
    return (notifications as Told[])
      .filter(({ payload }) => payload.description.includes(action))
      .map(({ payload }) => payload.title);
  }
});

interface Told {
  payload: { title: string; description: string };
}
