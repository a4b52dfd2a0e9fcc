import {
  type ActionDetail,
  isOpenAction,
  type UserActionCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { endOf } from './actions';
import { entityNamed, mei, personNamed } from './people';

/** The action item after a command, near enough to the backend for screens. */
export function appliedToAction(
  action: ActionDetail,
  command: UserActionCommand,
  nowMs: number,
): ActionDetail {
  const now = new Date(nowMs).toISOString();
  const after = { ...action, ...changesOf(command) };
  const { type, ...data } = command;
  return {
    ...after,
    statusSince: after.status === action.status ? action.statusSince : now,
    overdue: isOpenAction(after.status) && after.dueAt < now,
    version: action.version + 1,
    events: [
      ...action.events,
      {
        sequence: action.events.length + 1,
        at: now,
        actor: { type: 'user', ref: mei.ref, name: mei.title },
        type: EVENTS[type] ?? type,
        data,
      },
    ],
  };
}

function changesOf(command: UserActionCommand): Partial<ActionDetail> {
  switch (command.type) {
    case 'accept':
      return { status: 'accepted' };
    case 'start':
      return { status: 'in-progress' };
    case 'finish':
      return { status: 'done' };
    case 'verify':
      return { status: 'verified', verifiedHow: command.how };
    case 'reopen':
      return { status: 'accepted', wontDo: null, verifiedHow: null };
    case 'wont-do':
      return { status: 'wont-do', wontDo: { by: mei, reason: command.reason } };
    case 'assign':
      return {
        responsible: command.responsibleRef
          ? personNamed(command.responsibleRef)
          : null,
      };
    case 'make-accountable':
      return { accountable: personNamed(command.accountableRef) };
    case 'move-due':
      return {
        dueOn: command.dueOn,
        dueAt: endOf(command.dueOn),
      };
    case 'move-to-entity':
      return { entity: entityNamed(command.entityRef) };
    case 'edit': {
      const { type: _edit, actionType: type, description, ...edited } = command;
      return {
        ...edited,
        type,
        ...(description !== undefined && { description: description || null }),
      };
    }
    default:
      return {};
  }
}

const EVENTS: Partial<Record<UserActionCommand['type'], string>> = {
  accept: 'accepted',
  start: 'started',
  finish: 'finished',
  verify: 'verified',
  reopen: 'reopened',
};
