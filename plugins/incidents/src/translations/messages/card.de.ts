import type { card } from './card';

const de: Record<keyof typeof card, string> = {
  label: 'Störungen von {{entity}}',
  report: 'Problem melden',
  loading: 'Die Störungen werden geladen',
  forbidden: 'Die Störungen dieser Entität dürfen Sie nicht sehen.',
  failed: 'Die Störungen konnten nicht geladen werden.',
  tryAgain: 'Erneut versuchen',

  noneLive: 'Keine laufende Störung',
  moreLive_one: 'und {{count}} weitere',
  moreLive_other: 'und {{count}} weitere',
  at: 'bei {{entity}}',
  drill: 'Übung',
  test: 'Test',

  ledBy: '{{lead}} leitet, {{team}}',
  ledByAlone: '{{lead}} leitet',
  nobodyLeads: 'Noch hat niemand die Leitung',
  since: 'seit {{duration}}',

  nextUpdate: 'Nächstes Update {{time}}, {{left}}',
  inTime: 'in {{duration}}',
  takenBy: 'Übernahme bis {{time}}, {{left}}',
  onHold: 'Angehalten, weiter {{time}}',
  noNextUpdate: 'Kein nächstes Update versprochen',

  workaround: 'Behelf: {{text}}',

  dependsOn: 'Hängt ab von',
  moreDependencies_one: 'und {{count}} weiteren',
  moreDependencies_other: 'und {{count}} weiteren',

  told: 'benachrichtigt: {{people}}',
  toldMore_one: 'benachrichtigt: {{people}} und {{count}} weitere',
  toldMore_other: 'benachrichtigt: {{people}} und {{count}} weitere',
  toldNobody: 'dort kann niemand benachrichtigt werden',
  'unrouted_no-owner':
    'Ohne Zuständige: niemandem zugeordnet, niemand wird benachrichtigt',
  'unrouted_owner-not-in-catalog':
    'Ohne Zuständige: die Gruppe fehlt im Katalog oder hat keine Mitglieder, niemand wird benachrichtigt',
  'unrouted_catalog-unavailable':
    'Ohne Zuständige: der Katalog antwortet nicht; sobald er antwortet, wird zugeordnet',

  openActions_one: '{{count}} offene Maßnahme',
  openActions_other: '{{count}} offene Maßnahmen',
  overdueActions_one: '{{count}} überfällig',
  overdueActions_other: '{{count}} überfällig',

  ninetyDaysNone: '90 Tage: keine Störung',
  ninetyDays_one:
    '90 Tage: {{count}} Störung, {{impact}} Auswirkung, am {{date}}',
  ninetyDays_other:
    '90 Tage: {{count}} Störungen, {{impact}} Auswirkung, zuletzt am {{date}}',
  history: 'Verlauf',

  noticeTitle:
    '{{dependency}}, wovon {{entity}} abhängt, hat eine Störung {{priority}}.',
  noticeNextUpdate: 'nächstes Update {{time}}',
  noticeOverdue: 'nächstes Update {{overdue}}',
  noticeMore_one: 'Es gibt dort {{count}} weitere laufende Störung.',
  noticeMore_other: 'Es gibt dort {{count}} weitere laufende Störungen.',
};

export default de;
