import type { changes } from './changes';

const de: Record<keyof typeof changes, string> = {
  title: 'Änderungen',
  made_deployment: '{{what}} ausgeliefert',
  made_configuration: '{{what}} umkonfiguriert',
  before: '{{duration}} vorher',
  'under-way': 'im Gange, als es begann',
  after: '{{duration}} nach Beginn',
  outcome_failed: 'fehlgeschlagen',
  outcome_cancelled: 'abgebrochen',
  causedBy: 'verursacht durch {{what}}',
  causedIt: 'War die Ursache',
  causedItBy: 'War die Ursache: {{change}}',
  cause: 'Ursache',
  notTheCause: 'Nicht die Ursache',
  more_one: '{{count}} weitere zeigen',
  more_other: '{{count}} weitere zeigen',
};

export default de;
