import type { layout } from './layout';

const de: Record<keyof typeof layout, string> = {
  title: 'Störungen',
  inbox: 'Eingang',
  live: 'Laufend',
  all: 'Alle',
  reviews: 'Nachbetrachtung & Maßnahmen',
  reviewsViews: 'Nachbetrachtungen und was aus ihnen wurde',
  view_reviews: 'Nachbetrachtungen',
  view_actions: 'Maßnahmen',
  view_followThrough: 'Umsetzung',
  insights: 'Auswertung',
  setup: 'Einrichtung',
  rooms: 'Bereiche der Seite',
  myReports: 'Meine Meldungen',
  reportOrDeclare: 'Melden oder ausrufen',
  toMend_one: '{{count}} Punkt zu beheben',
  toMend_other: '{{count}} Punkte zu beheben',
  toDecide_one: '{{count}} braucht eine Entscheidung',
  toDecide_other: '{{count}} brauchen eine Entscheidung',
  allKeys: 'Alle Tasten',
  singleLetterKeys: 'Tasten mit einem Buchstaben',
};

export default de;
