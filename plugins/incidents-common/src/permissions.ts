import {
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { CommandPermission } from './incidents/commands';

/** The permission resource type of incidents. @public */
export const RESOURCE_TYPE_INCIDENT = 'incident';

/** Seeing an incident, its timeline and that it exists. @public */
export const incidentReadPermission = createPermission({
  name: 'incidents.incident.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/** Reporting a problem or declaring an incident. @public */
export const incidentReportPermission = createPermission({
  name: 'incidents.incident.report',
  attributes: { action: 'create' },
});

/** Following, saying that one is affected, adding a note. @public */
export const incidentParticipatePermission = createPermission({
  name: 'incidents.incident.participate',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/** Working an incident: taking it, telling others, resolving it. @public */
export const incidentRespondPermission = createPermission({
  name: 'incidents.incident.respond',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/** Correcting what was recorded. @public */
export const incidentManagePermission = createPermission({
  name: 'incidents.incident.manage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/** Sending alerts; meant for the tokens of senders. @public */
export const alertIngestPermission = createPermission({
  name: 'incidents.alert.ingest',
  attributes: { action: 'create' },
});

/** Telling of changes of what runs; meant for the tokens of what makes them. @public */
export const changeIngestPermission = createPermission({
  name: 'incidents.change.ingest',
  attributes: { action: 'create' },
});

/**
 * Making and revoking integration keys of one's own groups and entities; of all
 * where the set-up may be managed too.
 * @public
 */
export const keyManagePermission = createPermission({
  name: 'incidents.key.manage',
  attributes: {},
});

/** Seeing how the installation does: sources, gaps, messages not sent. @public */
export const setupReadPermission = createPermission({
  name: 'incidents.setup.read',
  attributes: { action: 'read' },
});

/** Changing how the installation does, such as sending again what was not sent. @public */
export const setupManagePermission = createPermission({
  name: 'incidents.setup.manage',
  attributes: { action: 'update' },
});

/** Every permission of the plugin. @public */
export const incidentsPermissions: Permission[] = [
  incidentReadPermission,
  incidentReportPermission,
  incidentParticipatePermission,
  incidentRespondPermission,
  incidentManagePermission,
  alertIngestPermission,
  changeIngestPermission,
  keyManagePermission,
  setupReadPermission,
  setupManagePermission,
];

/** The permission behind each short name of the command table. @public */
export const COMMAND_PERMISSIONS = {
  participate: incidentParticipatePermission,
  respond: incidentRespondPermission,
  manage: incidentManagePermission,
} satisfies Record<CommandPermission, unknown>;
