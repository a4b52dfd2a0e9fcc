import { expect, test, type Page } from '@playwright/test';
import german from '../../plugins/incidents/src/translations/incidents.de';
import * as commands from '../../plugins/incidents/src/translations/messages/commands';
import * as inbox from '../../plugins/incidents/src/translations/messages/inbox';
import * as incident from '../../plugins/incidents/src/translations/messages/incident';
import * as lists from '../../plugins/incidents/src/translations/messages/lists';
import * as shell from '../../plugins/incidents/src/translations/messages/shell';
import { words } from '../../plugins/incidents/src/translations/messages/words';
import germanWords from '../../plugins/incidents/src/translations/messages/words.de';
import { STORY } from './story';

const ROOMS = { ...commands, ...inbox, ...incident, ...lists, ...shell };

/** What the page says in English and otherwise in German; the texts that hold a name or number aside. */
const ENGLISH = new Set(
  [
    ...Object.entries(ROOMS).flatMap(([room, messages]) =>
      Object.entries<string>(messages).map(([key, text]) => [
        text,
        (german as Record<string, string>)[`${room}.${key}`],
      ]),
    ),
    ...Object.entries<string>(words).map(([key, text]) => [
      text,
      (germanWords as Record<string, string>)[key],
    ]),
  ]
    .filter(([text, translated]) => text !== translated && !/{{/.test(text))
    .map(([text]) => text),
);

// The name in the navigation is the platform's, which translates none.
ENGLISH.delete(shell.shell.title);

const KEY = new RegExp(`\\b(${Object.keys(ROOMS).join('|')})\\.[a-z]\\w+`);

/** All that is read or heard on the page, piece by piece. */
async function piecesOf(page: Page): Promise<string[]> {
  const snapshot = await page.locator('body').ariaSnapshot();
  return snapshot
    .split('\n')
    .flatMap(line => [
      ...[...line.matchAll(/"([^"]+)"/g)].map(([, name]) => name),
      ...line.split(/: (.*)/).slice(1, 2),
    ]);
}

async function expectGerman(page: Page) {
  const pieces = await piecesOf(page);
  expect(pieces.filter(piece => ENGLISH.has(piece))).toEqual([]);
  expect(pieces.filter(piece => KEY.test(piece) || /{{/.test(piece))).toEqual(
    [],
  );
}

test('the inbox and an incident are in German for who reads German', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('language', 'de'));
  await page.goto('/incidents');
  await expect(
    page.getByRole('heading', { name: 'Störungen', level: 1 }),
  ).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Störungen Ihrer Teams' }),
  ).toContainText(STORY.refunds);
  await expect(page.getByRole('region', { name: /^Vorschau/ })).toContainText(
    'Warum hier',
  );
  await expectGerman(page);

  await page
    .getByRole('list', { name: 'Störungen Ihrer Teams' })
    .getByRole('link', { name: STORY.cardPayments })
    .click();
  await page.keyboard.press('o');
  await expect(page.getByText('Nadia Haddad leitet')).toBeVisible();
  await expect(
    page.getByRole('tabpanel').getByText('Ravi Menon').first(),
  ).toBeVisible();
  await expectGerman(page);
});
