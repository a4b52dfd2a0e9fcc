import type {
  HoldReason,
  IncidentDetail,
  Instant,
} from '@linchpin/backstage-plugin-incidents-common';
import { statementOf, type Statement } from './statement';

/** Before anybody wrote an update: what came with it at first. */
export type Account = 'report' | 'alert';

/** What is broken: as told, else as counted. */
export type ImpactStatement =
  | ({ from: 'update' | Account } & Statement)
  | { from: 'alerts'; firing: number }
  | { from: 'nobody' };

/** What is being done: as told, else as the status says. */
export type ActionStatement =
  | ({ from: 'update' } & Statement)
  | { from: 'hold'; reason: HoldReason; resumeBy: Instant }
  | { from: 'recovery' }
  | {
      from: 'status';
      status: IncidentDetail['status'];
      who: string | null;
    };

/** What can be done meanwhile. */
export type WorkaroundStatement =
  ({ from: 'update' | Account } & Statement) | { from: 'nobody' };

/** The three things that a reader asks first. */
export interface Situation {
  impact: ImpactStatement;
  action: ActionStatement;
  workaround: WorkaroundStatement;
  /** The update that the words are from. */
  asOf: { at: Instant; by: string } | null;
}

/**
 * What is known of an incident, in the words of its last update; before the
 * first one in those of whoever reported it, and of its status.
 */
export function situationOf(incident: IncidentDetail): Situation {
  const { lastUpdate } = incident;
  return {
    impact: impactOf(incident),
    action: actionOf(incident),
    workaround: workaroundOf(incident),
    asOf: lastUpdate && { at: lastUpdate.at, by: lastUpdate.by.title },
  };
}

function impactOf(incident: IncidentDetail): ImpactStatement {
  if (incident.lastUpdate) {
    return { from: 'update', ...statementOf(incident.lastUpdate.impact) };
  }
  if (incident.description) {
    return {
      from: accountOf(incident),
      ...statementOf(incident.description),
    };
  }
  return incident.alertCount > 0
    ? { from: 'alerts', firing: incident.firingCount }
    : { from: 'nobody' };
}

/** An update that is older than the status it was written in no longer says what is done. */
function actionOf(incident: IncidentDetail): ActionStatement {
  const { lastUpdate, onHold, status, statusSince } = incident;
  const isOver = !['investigating', 'fixing', 'monitoring'].includes(status);
  const isOutdated = isOver && (!lastUpdate || lastUpdate.at < statusSince);
  if (onHold && (!lastUpdate || lastUpdate.at < onHold.since)) {
    return { from: 'hold', reason: onHold.reason, resumeBy: onHold.resumeBy };
  }
  if (status === 'triage' && incident.recoveredAt) {
    return { from: 'recovery' };
  }
  if (!lastUpdate || isOutdated) {
    const who = incident.lead ?? (status === 'triage' ? incident.owner : null);
    return { from: 'status', status, who: who?.title ?? null };
  }
  return { from: 'update', ...statementOf(lastUpdate.action) };
}

function workaroundOf(incident: IncidentDetail): WorkaroundStatement {
  if (!incident.workaround) {
    return { from: 'nobody' };
  }
  const isFromUpdate = incident.lastUpdate?.workaround === incident.workaround;
  return {
    from: isFromUpdate ? 'update' : accountOf(incident),
    ...statementOf(incident.workaround),
  };
}

function accountOf({ source }: IncidentDetail): Account {
  return source === 'alert' ? 'alert' : 'report';
}
