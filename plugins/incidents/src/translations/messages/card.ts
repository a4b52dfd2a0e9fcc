/** What the entity card and the notice of a dependency say. */
export const card = {
  label: 'Incidents of {{entity}}',
  report: 'Report a problem',
  loading: 'Loading the incidents',
  forbidden: 'You are not allowed to see the incidents of this entity.',
  failed: 'The incidents could not be loaded.',
  tryAgain: 'Try again',

  noneLive: 'No live incident',
  moreLive_one: 'and {{count}} more',
  moreLive_other: 'and {{count}} more',
  at: 'at {{entity}}',
  drill: 'drill',
  test: 'test',

  ledBy: 'Led by {{lead}}, {{team}}',
  ledByAlone: 'Led by {{lead}}',
  nobodyLeads: 'Nobody leads it yet',
  since: 'since {{duration}}',

  nextUpdate: 'Next update {{time}}, {{left}}',
  inTime: 'in {{duration}}',
  takenBy: 'Somebody takes it by {{time}}, {{left}}',
  onHold: 'On hold, resumes {{time}}',
  noNextUpdate: 'No next update promised',

  workaround: 'Workaround: {{text}}',

  dependsOn: 'Depends on',
  moreDependencies_one: 'and {{count}} more',
  moreDependencies_other: 'and {{count}} more',

  told: 'told: {{people}}',
  toldMore_one: 'told: {{people}} and {{count}} more',
  toldMore_other: 'told: {{people}} and {{count}} more',
  toldNobody: 'nobody there can be told',
  'unrouted_no-owner': 'Unrouted: it has no owner, so nobody is told',
  'unrouted_owner-not-in-catalog':
    'Unrouted: its owner is not in the catalog or has no members, so nobody is told',
  'unrouted_catalog-unavailable':
    'Unrouted: the catalog does not answer; it is routed as soon as it does',

  openActions_one: '{{count}} open action item',
  openActions_other: '{{count}} open action items',
  overdueActions_one: '{{count}} overdue',
  overdueActions_other: '{{count}} overdue',

  ninetyDaysNone: '90 days: no incident',
  ninetyDays_one: '90 days: {{count}} incident, {{impact}} impact, on {{date}}',
  ninetyDays_other:
    '90 days: {{count}} incidents, {{impact}} impact, last on {{date}}',
  history: 'History',

  noticeTitle:
    '{{dependency}}, which {{entity}} depends on, has a {{priority}}.',
  noticeNextUpdate: 'next update {{time}}',
  noticeOverdue: 'next update {{overdue}}',
  noticeMore_one: 'It has {{count}} more live incident.',
  noticeMore_other: 'It has {{count}} more live incidents.',
} as const;
