import type { history } from './history';

const de: Record<keyof typeof history, string> = {
  report: 'Problem melden',
  failed: 'Die Störungen dieser Entität konnten nicht geladen werden',

  noneLive: 'Zurzeit läuft nichts.',
  oneLive: 'Eine Störung {{priority}} läuft.',
  someLive_one: '{{count}} läuft, die dringendste ist {{priority}}.',
  someLive_other: '{{count}} laufen, die dringendste ist {{priority}}.',
  year_one: '{{count}} Störung in 12 Monaten.',
  year_other: '{{count}} Störungen in 12 Monaten.',
  yearNone: 'Keine in 12 Monaten.',

  statusFor: '{{status}}, {{duration}}',
  at: 'bei {{entity}}',

  range: 'Zeitraum',
  range_90d: '90 Tage',
  range_12m: '12 Monate',
  range_all: 'Alle',
  priority: 'Priorität',
  priorityAll: 'Priorität: alle',
  prioritySome: 'Priorität: {{priorities}}',

  incidents: 'Störungen',
  shown: '{{total}}, davon {{shown}} gezeigt',
  allShown: '{{total}}',
  showMore: 'Mehr zeigen',
  columnPriority: 'Priorität',
  columnNumber: 'Nummer',
  columnTitle: 'Titel',
  columnStatus: 'Status',
  columnImpact: 'Auswirkung',
  columnDate: 'Gemeldet',
  running: 'bisher {{duration}}',
  reopened: 'wieder geöffnet',
  drill: 'Übung',
  test: 'Test',
  backfill: 'nachgetragen',
  nothingMatches: 'Nichts passt zu diesen Filtern',
  showAll: 'Alle zeigen',

  when: 'Wann',
  whenYear: 'die letzten 12 Monate',
  months: 'Störungen nach Monat',
  month: 'Monat',

  never: '{{entity}} hatte noch nie eine Störung',
  neverHint:
    'Die erste wird hier stehen, mit ihrer Auswirkung und wie sie behoben wurde. Alarme, die diese Entität nennen, kommen von selbst.',
};

export default de;
