import type { home } from './home';

const de: Record<keyof typeof home, string> = {
  decisions: 'Wartet auf Ihre Entscheidung',
  live: 'Läuft um Ihre Teams',
  moreInInbox_one: '{{count}} weitere im Eingang',
  moreInInbox_other: '{{count}} weitere im Eingang',
  openInbox: 'Eingang öffnen',
  noEntity: 'ohne Entität',
  calm: 'Nichts wartet auf Sie',
  calmHint: 'Bei Ihren Teams läuft keine Störung.',
  noTeams: 'Sie sind in keinem Team',
  noTeamsHint:
    'Was Ihren Teams gehört, steht hier, sobald der Katalog Sie als Mitglied nennt.',
};

export default de;
