import type { setup } from './setup';

const de: Record<keyof typeof setup, string> = {
  forbidden: 'Die Einrichtung ist für die, die das Portal betreiben',
  forbiddenHint: 'Sie braucht die Berechtigung incidents.setup.read.',

  checks: 'Wie es läuft',
  alertsOk: 'Alarme kommen an',
  alertsOkHint: 'zuletzt {{ago}}, keiner wartet',
  alertsWaiting_one: '{{count}} Nachricht wartet',
  alertsWaiting_other: '{{count}} Nachrichten warten',
  alertsWaitingHint: 'die älteste seit {{duration}}',
  alertsNone: 'Noch kein Alarm',
  alertsNoneHint: 'Quelle anschließen: siehe nebenan',
  toldOk: 'Personen erfahren davon',
  toldOkHint: 'Notifications und Signals gefunden',
  toldNobody: 'Niemand erfährt davon',
  toldNobodyHint: 'das Notifications-Plugin ist nicht installiert',
  toldSlowly: 'Personen erfahren davon',
  toldSlowlyHint: 'ohne Signals folgen die Seiten alle 30 s',
  toldError: 'Benachrichtigen schlägt fehl',
  lastResortOk: 'Auffanggruppe: {{group}}',
  lastResortOkHint: 'erfährt, was niemandem gehört',
  lastResortNone: 'Keine Auffanggruppe',
  lastResortNoneHint: 'Herrenloses erfährt niemand: {{key}} setzen',
  sentOk: 'Alles wurde gesendet',
  sentOkHint: 'keine Nachricht wurde aufgegeben',
  notSentCheck_one: '{{count}} Nachricht nicht gesendet',
  notSentCheck_other: '{{count}} Nachrichten nicht gesendet',
  notSentCheckHint: 'siehe „Nicht gesendet“',
  onTime: 'Alles geschieht rechtzeitig',
  onTimeHint: '{{ago}} nachgerechnet, nichts ist verspätet',
  onTimeSoon: 'erster Blick binnen einer Minute',
  late_one: '{{count}} Sache ist verspätet',
  late_other: '{{count}} Sachen sind verspätet',
  lateHint: 'die erste seit {{duration}}: siehe „Was verspätet ist“',
  asleep: 'Niemand überwacht die Uhren',
  asleepHint: 'zuletzt {{ago}}: siehe Protokoll der Backends',
  ok: 'in Ordnung',
  toMend: 'zu beheben',

  nobodyTold: 'Niemand erfährt von Störungen',
  nobodyToldHint:
    'Das Notifications-Plugin ist nicht installiert; Störungen warten im Eingang, bis jemand nachsieht. Ergänzen Sie @backstage/plugin-notifications-backend im Backend und @backstage/plugin-notifications in der App.',
  catalogFailed: 'Der Katalog konnte nicht gelesen werden',
  catalogFailedHint:
    'Alarme werden aufbewahrt und stehen ohne Zuständige da, bis er antwortet: {{error}}',
  notDurable: 'Störungen liegen nur im Arbeitsspeicher',
  notDurableHint:
    'Nach einem Neustart sind sie weg. Geben Sie dem Backend eine Datenbankdatei oder PostgreSQL.',

  findings: 'Was verspätet ist',
  findingSince: 'seit {{at}}',
  'finding_clock-missing': 'Eine Uhr von {{number}} läuft nicht: {{detail}}',
  'remedy_clock-missing':
    'Sie wird nicht klingeln. Kümmern Sie sich von Hand um diese Störung und melden Sie es mit dem Protokoll der Backends.',
  'finding_clock-overdue':
    'Eine Uhr von {{number}} hat nicht geklingelt: {{detail}}',
  'remedy_clock-overdue':
    'Das Protokoll der Backends sagt, warum. Treibt keines von ihnen die Uhren an, starten Sie sie neu: nichts geht verloren.',
  'finding_state-differs':
    '{{number}} ist nicht, was der Verlauf erzählt: {{detail}}',
  'remedy_state-differs':
    'Der Verlauf stimmt, Listen und Uhren stimmen vielleicht nicht. Melden Sie es mit dem Protokoll der Backends.',
  'finding_timeline-broken':
    'Der Verlauf von {{number}} hat eine Lücke: {{detail}}',
  'remedy_timeline-broken':
    'In der Datenbank wurden Zeilen entfernt. Vergleichen Sie mit einer Sicherung.',
  'finding_nobody-told':
    '{{number}} wurde ohne ein Wort an {{detail}} eröffnet',
  'remedy_nobody-told':
    'Sagen Sie es ihnen selbst und melden Sie es mit dem Protokoll der Backends.',
  'finding_alerts-waiting': 'Nachrichten warten auf Verarbeitung: {{detail}}',
  'remedy_alerts-waiting':
    'Nichts geht verloren. Das Protokoll der Backends sagt, warum; kommen sie nicht nach, starten Sie eines mehr.',
  'finding_messages-stuck': 'Benachrichtigungen warten auf Versand: {{detail}}',
  'remedy_messages-stuck':
    'Nichts geht verloren. Das Protokoll der Backends sagt, warum; sendet keines, starten Sie sie neu.',

  sources: 'Quellen',
  source: 'Quelle',
  lastReceived: 'Zuletzt empfangen',
  today: 'Heute',
  keptAside: 'Beiseite',
  never: 'nie',
  sourcesEmpty: 'Noch hat niemand etwas gesendet.',
  keptAsideTitle: 'Beiseitegelegt',
  keptAsideHint:
    'Alarme, die nicht zu lesen waren. Sie halten nichts auf; der Rest ihrer Nachricht wurde angenommen.',

  withoutOwner: 'Entitäten ohne brauchbaren Eigentümer',
  withoutOwnerEmpty: 'Jede Entität hat einen Eigentümer, der erreichbar ist.',
  entity: 'Entität',
  why: 'Warum',
  goesTo: 'Geht an',
  'why_no-owner': 'kein Eigentümer, auch nicht bei System oder Domäne',
  'why_owner-not-in-catalog': '„{{owner}}“ ist nicht im Katalog',
  'why_owner-empty': '„{{owner}}“ hat keine Mitglieder',
  unrouted: 'Ohne Zuständige',
  more_one: 'und {{count}} weitere',
  more_other: 'und {{count}} weitere',

  unmatched: 'Labels, zu denen keine Entität passt',
  unmatchedEmpty: 'Alle Alarme der letzten Zeit nannten eine Entität.',
  labels: 'Labels',
  alerts: 'Alarme',
  candidates: 'Kandidaten',
  noCandidates: 'keine',
  severalMatch: 'mehrere passen',
  unmatchedHint:
    'Nennen Sie die Entität in einem der Labels {{labels}}, oder schreiben Sie ihren Alarmnamen in die Annotation {{annotation}}.',

  connect: 'Alertmanager anschließen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  connectHint:
    'Die Datei enthält ein Token aus {{key}}, das für das Incidents-Plugin gilt.',
  tryIt: 'Von Hand einen ersten Alarm senden',
  tryItHint:
    '{{token}} ist ein Token von {{key}} oder ein Integrationsschlüssel; {{entity}} steht für den Namen einer Ihrer Entitäten. Der Alarm ist binnen Sekunden in der Inbox des Eigentümers.',

  notSent: 'Nicht gesendet',
  notSentEmpty: 'Nichts wurde aufgegeben.',
  sendAgain: 'Erneut senden',
  sendAllAgain: 'Alle erneut senden',
  resent_one: '{{count}} Nachricht ist wieder unterwegs',
  resent_other: '{{count}} Nachrichten sind wieder unterwegs',
  notSentPrivate: 'Eine Nachricht zu einer privaten Störung',
  notSent_page: 'Neue Störung {{number}} an {{name}}',
  notSent_event: 'Portalereignis zu {{number}} an {{name}}',
  notSent_news: 'Neues zu {{number}} an {{name}}',
  gaveUp_one: '{{error}}; {{count}} Versuch, aufgegeben',
  gaveUp_other: '{{error}}; {{count}} Versuche, aufgegeben',
};

export default de;
