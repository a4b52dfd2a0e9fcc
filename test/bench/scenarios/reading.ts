import { componentName, groupName } from '../../backends/syntheticCatalog';
import { readingScenario, type Reading } from '../reading';
import { STEADY_SERVICE } from '../seed/steady';

const component = (index: number) =>
  `/incidents/entities/component/default/${componentName(index)}`;

/** Entities as many people look at them, the busiest among them. */
const ENTITIES = Array.from({ length: 50 }, (_, index) => component(index));

const CARDS: Reading = { what: 'entity card', paths: ENTITIES };
const BUSIEST_CARD: Reading = {
  what: 'card of the busiest service',
  paths: [component(0)],
};

/** What every overview of the portal asks for. */
export const card = readingScenario('card', [CARDS, BUSIEST_CARD], {
  statements: 3,
  latency: { 1: { atMost: 20 }, 10: { timesAtMost: 1.5 } },
  growth: 1.5,
});

const BUSIEST = `${component(0)}/history`;

/** The year that the tab shows unless asked otherwise. */
function lastYear(): string {
  const begin = new Date();
  begin.setUTCHours(0, 0, 0, 0);
  begin.setUTCFullYear(begin.getUTCFullYear() - 1);
  return `limit=10&from=${begin.toISOString()}`;
}

/**
 * What the tab of a service asks for, its figures included: of any service, of one that
 * has thousands of incidents, and of one that has as many among few as among many.
 */
export const tab = readingScenario('tab', [
  {
    what: 'entity tab',
    paths: ENTITIES.map(path => `${path}/history?${lastYear()}`),
  },
  {
    what: 'tab of the busiest service',
    paths: [`${BUSIEST}?${lastYear()}`],
    demands: {
      latency: { 1: { SQLite: { atMost: 250 }, PostgreSQL: { atMost: 150 } } },
    },
  },
  { what: 'all that the busiest service ever had', paths: [BUSIEST] },
  {
    what: 'tab of forty incidents',
    paths: [`${component(STEADY_SERVICE)}/history?${lastYear()}`],
    demands: { growth: 1.5 },
  },
]);

const OF_BUSIEST = `scope=component:default/${componentName(0)}`;

/** What is learnt and done about a service that has hundreds of reviews and action items. */
export const actions = readingScenario(
  'actions',
  [
    {
      what: 'board of a service',
      paths: [`/incidents/actions?${OF_BUSIEST}&limit=500`],
    },
    {
      what: 'factors of a service',
      paths: [`/incidents/reviews/factors?${OF_BUSIEST}`],
    },
    {
      what: 'follow-through of a service',
      paths: [`/incidents/actions/follow-through?${OF_BUSIEST}`],
    },
    {
      what: 'factors and follow-through of all',
      paths: [
        '/incidents/reviews/factors',
        '/incidents/actions/follow-through',
      ],
      demands: {},
    },
  ],
  { latency: { 1: { atMost: 200 } } },
);

const VIEWS = ['teams', 'mine', 'unrouted', 'recovered'].map(
  view => `/incidents/inbox?view=${view}`,
);

/** What waits for a person, in each view. */
export const inbox = readingScenario('inbox', [
  { what: 'inbox', paths: VIEWS },
  { what: 'inbox, under conditions', paths: VIEWS, as: 'narrow' },
]);

const NEWEST = ['/incidents/incidents'];

const FILTERED = [
  '/incidents/incidents?live=true&sort=urgency',
  '/incidents/incidents?status=closed&priority=P1',
  `/incidents/incidents?owner=group:default/${groupName(0)}&mode=real`,
  `/incidents/incidents?entity=component:default/${componentName(0)}`,
  '/incidents/incidents?mine=lead',
  '/incidents/incidents?from=2026-01-01T00:00:00.000Z&sort=oldest',
];

/** Words of many, of some and of none, a service, and a number. */
const BY_WORDS = [
  'card',
  'refund queue',
  componentName(12),
  'no such words',
  'INC-12',
].map(q => `/incidents/incidents?q=${encodeURIComponent(q)}`);

/** The archive: newest first, narrowed, and by words; for somebody who may see all, and not. */
export const list = readingScenario('list', [
  { what: 'newest incidents', paths: NEWEST },
  { what: 'filtered list', paths: FILTERED },
  { what: 'search by words', paths: BY_WORDS },
  { what: 'newest, under conditions', paths: NEWEST, as: 'narrow' },
  { what: 'filtered, under conditions', paths: FILTERED, as: 'narrow' },
  { what: 'by words, under conditions', paths: BY_WORDS, as: 'narrow' },
]);
