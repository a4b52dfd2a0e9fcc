import type { keys } from './keys';

const de: Record<keyof typeof keys, string> = {
  title: 'Integrationsschlüssel',
  hint: 'Für Sender, die kein Token des Portals verwenden können. Ein Schlüssel öffnet die Annahme einer Quelle, für ein Team oder eine Entität, und sonst nichts.',
  empty: 'Noch kein Sender hat einen Schlüssel.',
  create: 'Anlegen',
  for: 'für {{entity}}',
  lastUsed: 'zuletzt benutzt {{ago}}',
  neverUsed: 'nie benutzt',
  made: 'angelegt von {{name}}',
  revoke: 'Widerrufen',
  revokeOf: '{{name}} widerrufen',
  revoked: 'widerrufen von {{name}}',

  createTitle: 'Neuer Integrationsschlüssel',
  createSubmit: 'Schlüssel anlegen',
  name: 'Name',
  nameHint: 'Was damit sendet, etwa „Alertmanager, Produktion“.',
  nameMissing: 'Geben Sie ihm einen Namen',
  source: 'Quelle',
  kind: 'Für',
  kind_group: 'Ein Team',
  kind_entity: 'Eine Entität',
  group: 'Team',
  groupHint:
    'Bekommt die Alarme, deren Labels keine Entität mit Zuständigen nennen.',
  groupHintOfChanges: 'Jede Änderung muss sagen, welche Entität sie betrifft.',
  groupMissing: 'Wählen Sie ein Team',
  entity: 'Entität',
  entityHint: 'Bekommt die Alarme, deren Labels keine andere Entität nennen.',
  entityHintOfChanges: 'Hat die Änderungen, die keine andere Entität nennen.',
  entityMissing: 'Wählen Sie eine Entität',
  yourTeams: 'Sie sind in {{teams}}.',

  createdTitle: 'Der Schlüssel von „{{name}}“',
  createdOnce: 'Jetzt kopieren: Er wird nur dieses eine Mal gezeigt',
  createdOnceHint:
    'Niemand kann ihn später nachsehen, auch hier nicht. Geht er verloren, widerrufen Sie ihn und legen einen neuen an.',
  secret: 'Schlüssel',
  configuration: 'Konfiguration',
  form: 'Wie er gesendet wird',
  form_bearer: 'Bearer',
  form_basic: 'Passwort',
  form_url: 'In der URL',
  formHint_bearer: 'Der übliche Weg.',
  formHint_basic: 'Jeder Benutzername ist recht.',
  formHint_url:
    'Für Sender, die nur eine URL kennen. Dieses Portal hält ihn aus seinen Logs heraus; Proxys davor vielleicht nicht.',
  done: 'Fertig',

  revokeTitle: '„{{name}}“ widerrufen?',
  revokeText:
    'Wer damit sendet, wird sofort und endgültig abgewiesen: Was er sendet, kommt nicht mehr an. Was damit kam, bleibt. Ein widerrufener Schlüssel lässt sich nicht wieder in Betrieb nehmen.',
  revokeUsed: 'Zuletzt wurde er {{ago}} benutzt.',
  revokeUnused: 'Er wurde nie benutzt.',
};

export default de;
