/** What the tab *Incidents* of an entity says. */
export const history = {
  report: 'Report a problem',
  failed: 'The incidents of this entity could not be loaded',

  noneLive: 'Nothing is live.',
  oneLive: 'One {{priority}} is live.',
  someLive_one: '{{count}} is live, the most urgent a {{priority}}.',
  someLive_other: '{{count}} are live, the most urgent a {{priority}}.',
  year_one: '{{count}} incident in 12 months.',
  year_other: '{{count}} incidents in 12 months.',
  yearNone: 'None in 12 months.',

  statusFor: '{{status}}, {{duration}}',
  at: 'at {{entity}}',

  range: 'Time',
  range_90d: '90 days',
  range_12m: '12 months',
  range_all: 'All',
  priority: 'Priority',
  priorityAll: 'Priority: all',
  prioritySome: 'Priority: {{priorities}}',

  incidents: 'Incidents',
  shown: '{{total}}, of which {{shown}} shown',
  allShown: '{{total}}',
  showMore: 'Show more',
  columnPriority: 'Priority',
  columnNumber: 'Number',
  columnTitle: 'Title',
  columnStatus: 'Status',
  columnImpact: 'Impact',
  columnDate: 'Declared',
  running: '{{duration}} so far',
  reopened: 'reopened',
  drill: 'drill',
  test: 'test',
  backfill: 'added later',
  nothingMatches: 'Nothing matches these filters',
  showAll: 'Show all',

  when: 'When',
  whenYear: 'the last 12 months',
  months: 'Incidents by month',
  month: 'Month',

  never: '{{entity}} has never had an incident',
  neverHint:
    'The first one will stand here, with its impact and how it was resolved. Alerts that name this entity come by themselves.',
} as const;
