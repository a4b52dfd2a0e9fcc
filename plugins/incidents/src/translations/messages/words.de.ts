import type { words } from './words';

const de: Record<keyof typeof words, string> = {
  status_triage: 'Sichtung',
  status_investigating: 'Wird untersucht',
  status_fixing: 'Wird behoben',
  status_monitoring: 'Wird beobachtet',
  status_resolved: 'Behoben',
  status_closed: 'Geschlossen',
  status_dismissed: 'Verworfen',
  status_merged: 'Zusammengeführt',
  onHold: 'Angehalten',

  impact_high: 'Hohe Auswirkung',
  impact_medium: 'Mittlere Auswirkung',
  impact_low: 'Geringe Auswirkung',
  urgency_high: 'Hohe Dringlichkeit',
  urgency_medium: 'Mittlere Dringlichkeit',
  urgency_low: 'Geringe Dringlichkeit',
  byUrgency_high: 'hohe Dringlichkeit',
  byUrgency_medium: 'mittlere Dringlichkeit',
  byUrgency_low: 'geringe Dringlichkeit',

  'risk_data-loss': 'Datenverlust möglich',
  risk_security: 'IT-Sicherheit',
  risk_safety: 'Gefahr für Menschen',
  risk_regulatory: 'Meldepflicht',
  'risk_redundancy-gone': 'keine Redundanz mehr',
  risk_spreading: 'breitet sich aus',

  hold_reporter: 'die meldende Person',
  hold_change: 'eine Änderung',
  hold_problem: 'eine dauerhafte Lösung',
  hold_vendor: 'den Hersteller',
  hold_scheduled: 'einen vereinbarten Termin',

  days: '{{days}} T',
  daysHours: '{{days}} T {{hours}} h',
  hours: '{{hours}} h',
  hoursMinutes: '{{hours}} h {{minutes}} min',
  minutes: '{{minutes}} min',
  seconds: '{{seconds}} s',
  underAMinute: '< 1 min',
  ago: 'vor {{duration}}',
  justNow: 'gerade eben',

  overdue: '{{duration}} überfällig',
  due_acknowledge: 'Übernehmen in {{duration}}',
  due_update: 'Update in {{duration}}',
  due_resume: 'Weiter {{time}}',
  due_watch: 'Beobachtet bis {{time}}',
  due_undo: 'Rückgängig noch {{duration}}',

  nobodyLeads: 'keine Leitung',
  leads: '{{name}} leitet',
  youLead: 'Sie leiten',

  failed: 'Dieser Teil konnte nicht geladen werden',
  forbidden: 'Das dürfen Sie nicht sehen',
  tryAgain: 'Erneut versuchen',
  loading: 'Wird geladen',
};

export default de;
