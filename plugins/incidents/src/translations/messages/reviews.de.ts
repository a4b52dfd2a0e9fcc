import type { reviews } from './reviews';

const de: Record<keyof typeof reviews, string> = {
  'status_not-needed': 'Nicht nötig',
  status_needed: 'Nötig',
  status_draft: 'Entwurf',
  'status_in-review': 'In Durchsicht',
  status_approved: 'Freigegeben',
  status_waived: 'Erlassen',

  whose: 'Wessen',
  whose_all: 'Alle',
  whose_mine: 'Ich schreibe',
  anyStatus: 'Jeder Stand',
  status: 'Stand',
  filter: 'Filtern',
  clear: 'Alles zurücksetzen',
  priority: 'Priorität',
  incident: 'Störung',
  owner: 'Schreibt',
  nobody: 'niemand',
  due: 'Entwurf bis',
  actions: 'Maßnahmen',
  openActions_one: '{{count}} offen',
  openActions_other: '{{count}} offen',
  overdueActions_one: '{{count}} überfällig',
  overdueActions_other: '{{count}} überfällig',
  noneMatch: 'Nichts passt',
  noneMatchHint: 'Kein Rückblick, den Sie sehen dürfen, passt dazu.',
  none: 'Noch keine Rückblicke',
  noneHint:
    'Ist eine P1 oder P2 behoben, steht ihr Rückblick hier: wer ihn schreibt und bis wann.',
  overdueBy: 'überfällig seit {{duration}}',
};

export default de;
