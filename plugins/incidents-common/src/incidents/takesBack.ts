import type { Incident, IncidentDetail } from '../schemas/answers';
import type { UserCommand } from '../schemas/commands';
import { COMMANDS } from './commands';

/**
 * The command that takes back what another one has just done, as far as that can
 * be: both stay on the timeline. What others were told cannot be taken back, and
 * what has changed hands goes back only by those who have it now.
 *
 * @param before - The incident as it was before the command.
 * @public
 */
export function takesBack(
  command: UserCommand,
  before: Incident | IncidentDetail,
): UserCommand | undefined {
  if (COMMANDS[command.type].undoable) {
    return { type: 'undo' };
  }
  switch (command.type) {
    case 'follow':
      return { type: 'unfollow' };
    case 'unfollow':
      return { type: 'follow' };
    case 'confirm-workaround':
      return { type: 'retract-workaround' };
    case 'retract-workaround':
      return { type: 'confirm-workaround' };
    case 'make-private':
      return { type: 'make-public' };
    case 'make-public':
      return { type: 'make-private' };
    case 'hold':
      return before.onHold ? holdAsBefore(before) : { type: 'resume' };
    case 'resume':
      return holdAsBefore(before);
    case 'change-status':
      return statusAsBefore(before);
    case 'link-change':
    case 'unlink-change':
      return causeAsBefore(before);
    case 'rename':
      return { type: 'rename', title: before.title };
    case 'prioritise':
      return priorityAsBefore(before);
    case 'assign-entity':
      return before.entityRef
        ? { type: 'assign-entity', entityRef: before.entityRef }
        : undefined;
    case 'mark-affected':
    case 'unmark-affected':
      return affectedAsBefore(command.entityRef, before);
    default:
      return undefined;
  }
}

function holdAsBefore({ onHold }: Incident): UserCommand | undefined {
  return onHold
    ? { type: 'hold', reason: onHold.reason, resumeBy: onHold.resumeBy }
    : undefined;
}

function statusAsBefore({ status, onHold }: Incident): UserCommand | undefined {
  const isBack =
    !onHold &&
    (status === 'investigating' ||
      status === 'fixing' ||
      status === 'monitoring');
  return isBack ? { type: 'change-status', to: status } : undefined;
}

/** A priority that was set by hand had its reason, which nobody can give again. */
function priorityAsBefore(
  before: Incident | IncidentDetail,
): UserCommand | undefined {
  const { impact, urgency, risks } = before;
  return 'override' in before && before.override === null
    ? { type: 'prioritise', impact, urgency, risks }
    : undefined;
}

function causeAsBefore({ causedBy }: Incident): UserCommand {
  return causedBy
    ? { type: 'link-change', changeId: causedBy.id }
    : { type: 'unlink-change' };
}

function affectedAsBefore(
  entityRef: string,
  before: Incident | IncidentDetail,
): UserCommand | undefined {
  if (!('affected' in before)) {
    return undefined;
  }
  const level = before.affected.find(
    affected => affected.entity.ref === entityRef,
  )?.level;
  if (level === 'root') {
    return undefined;
  }
  return level
    ? { type: 'mark-affected', entityRef, level }
    : { type: 'unmark-affected', entityRef };
}
