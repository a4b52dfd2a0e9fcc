import { expect, type Page } from '@playwright/test';
import { STORY } from './story';

/** A part of the product that is looked at by itself. */
export interface Surface {
  name: string;
  open: (page: Page) => Promise<unknown>;
  /** Brings into view what a picture is taken of, where that is not the top. */
  aim?: (page: Page) => Promise<unknown>;
  /** What is of this product on the page, as axe wants it. */
  own: string;
  isSeenOnPhones?: boolean;
}

const ROOM = '[role="main"]';
const TAB = 'main article, main [role="region"], main [role="radiogroup"]';

/** Goes to a page as a link does: the portal stays loaded, to load it is most of what a page costs. */
async function visit(page: Page, path: string) {
  if (page.url() === 'about:blank') {
    await page.goto(path);
    return;
  }
  await closeDialog(page);
  await page.evaluate(to => {
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

async function closeDialog(page: Page) {
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) {
    await page.keyboard.press('Escape');
  }
  await expect(dialog).toBeHidden();
}

/** The tab of an entity, of whichever was open before. */
async function openTab(page: Page, entity: string) {
  await visit(page, `/catalog/default/component/${entity}/incidents`);
  await expect(
    page.getByRole('heading', { name: entity, exact: true }),
  ).toBeVisible();
}

/** The incident that the story tells most of; where it is open already, it stays so. */
async function openIncident(page: Page) {
  await closeDialog(page);
  const lead = page.getByText('Nadia Haddad leads');
  if (await lead.isVisible()) {
    return;
  }
  await visit(page, '/incidents/live');
  const number = await page
    .getByRole('listitem')
    .filter({ hasText: STORY.cardPayments })
    .getByText(/^INC-\d+$/)
    .innerText();
  await visit(page, `/incidents/${number}`);
  await expect(lead).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Now' }).getByText('Nadia Haddad'),
  ).toBeVisible();
  await expect(
    page.getByRole('tab', { name: /^(Updates 2|Alerts 6)$/ }),
  ).toBeVisible();
}

/** One of its dialogs, from the menu of what is not a change of status. */
async function openDialog(page: Page, item: string) {
  await openIncident(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function openOverview(page: Page) {
  await visit(page, '/catalog/default/component/booking-web');
  await expect(page.getByRole('note')).toBeVisible();
  await expect(cardOnOverview(page)).toBeVisible();
}

const cardOnOverview = (page: Page) =>
  page
    .getByRole('region', { name: 'Incidents of booking-web' })
    .getByRole('heading', { name: STORY.signedOut });

/** The incident of whose review there is most to see. */
const LEARNED = 'One of three card networks does not answer';

async function openBoard(page: Page) {
  await visit(page, '/incidents/reviews/actions');
  await expect(page.getByRole('list', { name: 'In progress' })).toBeVisible();
}

/** In an order in which what is on one page follows one another, and a dialog what it lies on. */
export const SURFACES: readonly Surface[] = [
  {
    name: 'inbox',
    async open(page) {
      await visit(page, '/incidents');
      await expect(
        page.getByRole('link', { name: STORY.refunds }),
      ).toBeVisible();
    },
    own: ROOM,
    isSeenOnPhones: true,
  },
  {
    name: 'live',
    async open(page) {
      await visit(page, '/incidents/live');
      await expect(page.getByRole('link', { name: STORY.probe })).toBeVisible();
    },
    own: ROOM,
  },
  {
    name: 'all',
    async open(page) {
      await visit(page, '/incidents/all');
      await expect(
        page.getByRole('row', { name: 'Nobody can sign in' }),
      ).toBeVisible();
    },
    own: ROOM,
  },
  {
    name: 'setup',
    async open(page) {
      await visit(page, '/incidents/setup');
      await expect(page.getByText('Alerts arrive')).toBeVisible();
    },
    own: ROOM,
  },
  {
    name: 'incident',
    open: openIncident,
    own: ROOM,
    isSeenOnPhones: true,
  },
  {
    name: 'priority-dialog',
    async open(page) {
      await openDialog(page, 'Set priority');
      await page.getByText('security', { exact: true }).click();
      await expect(
        page.getByText('Should everybody know of it?'),
      ).toBeVisible();
    },
    own: '[role="dialog"]',
    isSeenOnPhones: true,
  },
  {
    name: 'pass-on-dialog',
    open: page => openDialog(page, 'Pass on'),
    own: '[role="dialog"]',
  },
  {
    name: 'merge-dialog',
    open: page => openDialog(page, 'Merge'),
    own: '[role="dialog"]',
  },
  {
    name: 'update-dialog',
    async open(page) {
      await openIncident(page);
      await page.getByRole('button', { name: 'Post update' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    own: '[role="dialog"]',
    isSeenOnPhones: true,
  },
  {
    name: 'keys',
    async open(page) {
      await openIncident(page);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    own: '[role="dialog"]',
  },
  {
    name: 'entity-overview',
    open: openOverview,
    aim: page => cardOnOverview(page).scrollIntoViewIfNeeded(),
    own: '[role="region"][aria-label^="Incidents of"], [role="note"]',
    isSeenOnPhones: true,
  },
  {
    name: 'report-dialog',
    async open(page) {
      await openOverview(page);
      await page.getByRole('button', { name: 'Report a problem' }).click();
      const dialog = page.getByRole('dialog', { name: 'Report a problem' });
      await expect(dialog.getByText(/is suggested:/)).toBeVisible();
    },
    own: '[role="dialog"]',
  },
  {
    name: 'entity-tab-few',
    async open(page) {
      await openTab(page, 'ledger-api');
      await expect(
        page.getByRole('table', { name: 'Incidents by month' }),
      ).toBeVisible();
    },
    own: TAB,
  },
  {
    name: 'entity-tab',
    async open(page) {
      await openTab(page, 'payments-api');
      await expect(
        page.getByRole('region', { name: 'Incidents', exact: true }),
      ).toBeVisible();
    },
    own: TAB,
    isSeenOnPhones: true,
  },
  {
    name: 'entity-tab-charts',
    async open(page) {
      // The dot of one incident, with more of it beside it.
      const dots = page.getByRole('group', { name: /^Incidents; arrow keys/ });
      await dots.getByRole('button').nth(9).focus();
      await expect(page.getByText('Investigating')).toBeVisible();
    },
    aim: page =>
      page.getByRole('region', { name: 'When' }).scrollIntoViewIfNeeded(),
    own: TAB,
    isSeenOnPhones: true,
  },
  {
    name: 'insights',
    async open(page) {
      await visit(page, '/incidents/insights?range=12m');
      await expect(
        page.getByRole('region', { name: 'Not ready' }),
      ).toBeVisible();
    },
    own: ROOM,
    isSeenOnPhones: true,
  },
  {
    name: 'reviews',
    async open(page) {
      await visit(page, '/incidents/reviews');
      await expect(page.getByRole('row').nth(5)).toBeVisible();
    },
    own: ROOM,
    isSeenOnPhones: true,
  },
  {
    name: 'review',
    async open(page) {
      await visit(page, '/incidents/reviews?q=card+networks');
      await page.getByRole('row', { name: LEARNED }).click();
      await expect(
        page.getByRole('region', { name: 'Contributing factors' }),
      ).toContainText('third-party');
      await expect(
        page.getByRole('list', { name: 'Action items' }),
      ).toBeVisible();
    },
    own: ROOM,
    isSeenOnPhones: true,
  },
  {
    name: 'review-facts',
    async open(page) {
      await page.getByRole('tab', { name: 'Facts' }).click();
      await expect(page.getByText('Response').first()).toBeVisible();
    },
    own: ROOM,
  },
  {
    name: 'review-document',
    async open(page) {
      await page.getByRole('link', { name: 'Document' }).click();
      await expect(
        page.getByRole('article').getByRole('heading', { level: 1 }),
      ).toContainText(LEARNED);
    },
    own: ROOM,
    isSeenOnPhones: true,
  },
  {
    name: 'actions',
    open: openBoard,
    own: ROOM,
    isSeenOnPhones: true,
  },
  {
    name: 'action',
    async open(page) {
      await openBoard(page);
      await page.locator('[data-title]').first().click();
      await expect(
        page.getByRole('dialog').getByText('proposed it'),
      ).toBeVisible();
    },
    own: '[role="dialog"]',
    isSeenOnPhones: true,
  },
  {
    name: 'follow-through',
    async open(page) {
      await visit(page, '/incidents/reviews/follow-through');
      await expect(
        page.getByRole('region', { name: 'How it stands' }),
      ).toBeVisible();
    },
    own: ROOM,
    isSeenOnPhones: true,
  },
  {
    name: 'unrouted',
    async open(page) {
      await visit(page, '/incidents?view=unrouted');
      await expect(
        page
          .getByRole('list', { name: 'Incidents that nobody answers' })
          .getByRole('link', { name: STORY.probe }),
      ).toBeVisible();
      await expect(
        page.getByRole('region', { name: /^Preview/ }).getByText('Why here'),
      ).toBeVisible();
    },
    own: ROOM,
    isSeenOnPhones: true,
  },
  {
    name: 'inbox-empty',
    async open(page) {
      await visit(page, '/incidents?view=recovered');
      await expect(
        page.getByText('Nothing recovered by itself lately'),
      ).toBeVisible();
    },
    own: ROOM,
  },
  {
    name: 'my-reports-empty',
    async open(page) {
      await visit(page, '/incidents/all?mine=reported');
      await expect(page.getByText('You reported nothing yet')).toBeVisible();
    },
    own: ROOM,
    isSeenOnPhones: true,
  },
  {
    name: 'incident-missing',
    async open(page) {
      await visit(page, '/incidents/INC-9999');
      await expect(page.getByText('There is no INC-9999')).toBeVisible();
    },
    own: ROOM,
  },
  {
    name: 'home',
    async open(page) {
      await visit(page, '/home');
      await expect(
        page.getByRole('link', { name: STORY.refunds }),
      ).toBeVisible();
    },
    own: 'article section, article [role="region"]',
  },
];
