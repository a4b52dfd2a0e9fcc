import { expect, test, type Page } from '@playwright/test';
import { alerts } from '../../plugins/incidents/src/translations/messages/alerts';
import alertsDe from '../../plugins/incidents/src/translations/messages/alerts.de';
import { changes } from '../../plugins/incidents/src/translations/messages/changes';
import changesDe from '../../plugins/incidents/src/translations/messages/changes.de';
import { commands } from '../../plugins/incidents/src/translations/messages/commands';
import commandsDe from '../../plugins/incidents/src/translations/messages/commands.de';
import { inbox } from '../../plugins/incidents/src/translations/messages/inbox';
import inboxDe from '../../plugins/incidents/src/translations/messages/inbox.de';
import { incident } from '../../plugins/incidents/src/translations/messages/incident';
import incidentDe from '../../plugins/incidents/src/translations/messages/incident.de';
import { layout } from '../../plugins/incidents/src/translations/messages/layout';
import layoutDe from '../../plugins/incidents/src/translations/messages/layout.de';
import { lists } from '../../plugins/incidents/src/translations/messages/lists';
import listsDe from '../../plugins/incidents/src/translations/messages/lists.de';
import { words } from '../../plugins/incidents/src/translations/messages/words';
import wordsDe from '../../plugins/incidents/src/translations/messages/words.de';
import { STORY } from './story';

const ROOMS: [Record<string, string>, Record<string, string>][] = [
  [alerts, alertsDe],
  [changes, changesDe],
  [commands, commandsDe],
  [inbox, inboxDe],
  [incident, incidentDe],
  [layout, layoutDe],
  [lists, listsDe],
  [words, wordsDe],
];

/** What the page says in English and otherwise in German; the texts that hold a name or number aside. */
const ENGLISH = new Set(
  ROOMS.flatMap(([english, german]) =>
    Object.entries(english)
      .filter(([key, text]) => text !== german[key] && !/{{/.test(text))
      .map(([, text]) => text),
  ),
);

// The name in the navigation is the platform's, which translates none.
ENGLISH.delete(layout.title);

/** What stands where a text is missing. */
const KEYS = new Set(ROOMS.flatMap(([english]) => Object.keys(english)));

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
  expect(pieces.filter(piece => KEYS.has(piece) || /{{/.test(piece))).toEqual(
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
