import {
  isToBeWritten,
  type IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Startable } from '../../commands';

/** What can be the one thing to do next: a command, or going on to the review. */
export type PrimaryAction = Startable | 'report-affected' | 'review';

/**
 * The one thing to do next, by the state of the incident: the first that the
 * asking user may do. Missing where there is nothing left for them to do.
 *
 * @param now - in milliseconds since 1970
 */
export function primaryAction(
  incident: IncidentDetail,
  now: number,
): PrimaryAction | undefined {
  return nextSteps(incident, now).find(
    step => step === 'review' || incident.viewer.commands.includes(step),
  );
}

function nextSteps(
  incident: IncidentDetail,
  now: number,
): readonly PrimaryAction[] {
  const { status, viewer } = incident;
  const onlooker: readonly PrimaryAction[] = viewer.isAffected
    ? []
    : ['report-affected'];
  switch (status) {
    case 'triage':
      return ['acknowledge', ...onlooker];
    case 'investigating':
    case 'fixing':
      return incident.lead
        ? [incident.onHold ? 'resume' : 'post-update', ...onlooker]
        : ['acknowledge', ...onlooker];
    case 'monitoring':
      return [isUpdateOverdue(incident, now) ? 'post-update' : 'resolve'];
    case 'resolved':
      return [...reviewToWrite(incident), 'close', 'reopen'];
    case 'closed':
      return reviewToWrite(incident);
    case 'dismissed':
    case 'merged':
      return ['undo'];
    default:
      return [];
  }
}

/** The review comes first while it is to be written, for whoever may write it. */
function reviewToWrite({
  review,
  viewer,
}: IncidentDetail): readonly PrimaryAction[] {
  const mayWrite = viewer.commands.includes('reopen');
  return isToBeWritten(review.status) && mayWrite ? ['review'] : [];
}

/** Whether the news that were promised are late. */
export function isUpdateOverdue(
  { nextUpdateAt }: Pick<IncidentDetail, 'nextUpdateAt'>,
  now: number,
): boolean {
  return nextUpdateAt !== null && Date.parse(nextUpdateAt) <= now;
}
