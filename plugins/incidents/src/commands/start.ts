import {
  COMMANDS,
  type Incident,
  type IncidentDetail,
  type UserCommandType,
} from '@linchpin/backstage-plugin-incidents-common';

/** Commands that need nothing more than the intent. */
export const AT_ONCE = [
  'acknowledge',
  'resume',
  'undo',
  'follow',
  'unfollow',
  'close',
  'confirm-workaround',
  'retract-workaround',
  'make-private',
  'make-public',
] as const satisfies readonly UserCommandType[];

/** Commands that ask something first, each in a dialog of its own. */
export const ASKING = [
  'dismiss',
  'pass-on',
  'post-update',
  'hold',
  'resolve',
  'reopen',
  'prioritise',
  'assign-entity',
  'merge',
  'move-out',
] as const satisfies readonly UserCommandType[];

export type AtOnce = (typeof AT_ONCE)[number];
export type Asking = (typeof ASKING)[number];

/** A command that a button or a key can start. */
export type Startable = AtOnce | Asking;

export function isAsking(type: Startable): type is Asking {
  return (ASKING as readonly string[]).includes(type);
}

/**
 * Whether to offer a command: what the backend says where the whole incident is
 * known, else what its status allows.
 */
export function isOffered(
  type: UserCommandType,
  incident: Incident | IncidentDetail,
): boolean {
  return 'viewer' in incident
    ? incident.viewer.commands.includes(type)
    : COMMANDS[type].from.includes(incident.status);
}
