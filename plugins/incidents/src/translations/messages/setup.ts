export const setup = {
  forbidden: 'Setup is for those who run the portal',
  forbiddenHint: 'It needs the permission incidents.setup.read.',

  checks: 'How it does',
  alertsOk: 'Alerts arrive',
  alertsOkHint: 'last one {{ago}}, none waiting',
  alertsWaiting_one: '{{count}} message waits',
  alertsWaiting_other: '{{count}} messages wait',
  alertsWaitingHint: 'the oldest for {{duration}}',
  alertsNone: 'No alert yet',
  alertsNoneHint: 'connect a source: see beside',
  toldOk: 'People are told',
  toldOkHint: 'notifications and signals found',
  toldNobody: 'Nobody is told',
  toldNobodyHint: 'the notifications plugin is not installed',
  toldSlowly: 'People are told',
  toldSlowlyHint: 'without signals, screens follow every 30 s',
  toldError: 'Telling people fails',
  lastResortOk: 'Last resort: {{group}}',
  lastResortOkHint: 'hears of what nobody owns',
  lastResortNone: 'No last-resort group',
  lastResortNoneHint: 'what nobody owns tells nobody: set {{key}}',
  sentOk: 'Everything was sent',
  sentOkHint: 'no message was given up',
  notSentCheck_one: '{{count}} message not sent',
  notSentCheck_other: '{{count}} messages not sent',
  notSentCheckHint: 'listed under Not sent',
  onTime: 'Everything happens on time',
  onTimeHint: 'recomputed {{ago}}, nothing is late',
  onTimeSoon: 'first look within a minute',
  late_one: '{{count}} thing is late',
  late_other: '{{count}} things are late',
  lateHint: 'the first for {{duration}}: listed under What is late',
  asleep: 'Nobody watches the clocks',
  asleepHint: 'last look {{ago}}: see the log of the backends',
  ok: 'all right',
  toMend: 'to mend',

  nobodyTold: 'Nobody is told of incidents',
  nobodyToldHint:
    'The notifications plugin is not installed, so incidents wait in the inbox until somebody looks. Add @backstage/plugin-notifications-backend to the backend and @backstage/plugin-notifications to the app.',
  catalogFailed: 'The catalog could not be read',
  catalogFailedHint:
    'Alerts are kept and shown as unrouted until it answers: {{error}}',
  notDurable: 'Incidents are kept in memory alone',
  notDurableHint:
    'They are gone after a restart. Give the backend a database file or PostgreSQL.',

  findings: 'What is late',
  findingSince: 'since {{at}}',
  'finding_clock-missing': 'A clock of {{number}} does not run: {{detail}}',
  'remedy_clock-missing':
    'It will not go off. Look after this incident by hand, and report it with the log of the backends.',
  'finding_clock-overdue': 'A clock of {{number}} did not go off: {{detail}}',
  'remedy_clock-overdue':
    'The log of the backends says why. If none of them runs its clocks, restart them: nothing is lost.',
  'finding_state-differs':
    '{{number}} is not what its timeline tells: {{detail}}',
  'remedy_state-differs':
    'The timeline is right, lists and clocks may be wrong. Report it with the log of the backends.',
  'finding_timeline-broken': 'The timeline of {{number}} has a gap: {{detail}}',
  'remedy_timeline-broken':
    'Rows were removed from the database. Compare with a backup.',
  'finding_nobody-told': '{{number}} was opened without a word to {{detail}}',
  'remedy_nobody-told':
    'Tell them by hand, and report it with the log of the backends.',
  'finding_alerts-waiting': 'Messages wait to be processed: {{detail}}',
  'remedy_alerts-waiting':
    'Nothing is lost. The log of the backends says why; if they do not keep up, add one.',
  'finding_messages-stuck': 'Notices wait to be sent: {{detail}}',
  'remedy_messages-stuck':
    'Nothing is lost. The log of the backends says why; if none of them sends, restart them.',

  sources: 'Sources',
  source: 'Source',
  lastReceived: 'Last received',
  today: 'Today',
  keptAside: 'Kept aside',
  never: 'never',
  sourcesEmpty: 'Nothing has sent anything yet.',
  keptAsideTitle: 'Kept aside',
  keptAsideHint:
    'Alerts that could not be read. They hold nothing back; the rest of their message was taken.',

  withoutOwner: 'Entities without a usable owner',
  withoutOwnerEmpty: 'Every entity has an owner that can be told.',
  entity: 'Entity',
  why: 'Why',
  goesTo: 'Goes to',
  'why_no-owner': 'no owner, nor has its system or domain',
  'why_owner-not-in-catalog': '“{{owner}}” is not in the catalog',
  'why_owner-empty': '“{{owner}}” has no members',
  unrouted: 'Unrouted',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',

  unmatched: 'Labels that match no entity',
  unmatchedEmpty: 'Every alert of late named an entity of the catalog.',
  labels: 'Labels',
  alerts: 'Alerts',
  candidates: 'Candidates',
  noCandidates: 'none',
  severalMatch: 'several match',
  unmatchedHint:
    'Name the entity in one of the labels {{labels}}, or put what the alerts call it into its annotation {{annotation}}.',

  connect: 'Connect Alertmanager',
  copy: 'Copy',
  copied: 'Copied',
  connectHint:
    'The file holds a token of {{key}} that is open to the incidents plugin.',
  tryIt: 'Send a first alert by hand',
  tryItHint:
    '{{token}} is a token of {{key}} or an integration key; {{entity}} stands for the name of an entity of yours. The alert is in the inbox of its owner within seconds.',

  notSent: 'Not sent',
  notSentEmpty: 'Nothing was given up.',
  sendAgain: 'Send again',
  sendAllAgain: 'Send all again',
  resent_one: '{{count}} message is on its way again',
  resent_other: '{{count}} messages are on their way again',
  notSentPrivate: 'A message about a private incident',
  notSent_page: 'New incident {{number}} to {{name}}',
  notSent_event: 'Portal event of {{number}} to {{name}}',
  notSent_news: 'News of {{number}} to {{name}}',
  gaveUp_one: '{{error}}; {{count}} try, given up',
  gaveUp_other: '{{error}}; {{count}} tries, given up',
} as const;
