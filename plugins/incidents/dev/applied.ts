import {
  after,
  DEFAULT_POLICY,
  type IncidentDetail,
  priorityOf,
  type UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { anIncident } from './incident';
import { entities, groups, mei } from './people';

/** The incident after a command, near enough to the backend for screens. */
export function applied(
  incident: IncidentDetail,
  command: UserCommand,
  nowMs: number,
): IncidentDetail {
  const now = new Date(nowMs).toISOString();
  const became = (status: IncidentDetail['status']) => ({
    ...incident,
    status,
    statusSince: now,
    onHold: null,
  });
  switch (command.type) {
    case 'acknowledge':
      return {
        ...became(
          incident.status === 'triage' ? 'investigating' : incident.status,
        ),
        lead: mei,
        leadRef: mei.ref,
        responders: [...incident.responders, mei],
        acknowledgedAt: incident.acknowledgedAt ?? now,
        acknowledgeDueAt: null,
        recoveredAt: null,
        nextUpdateAt: after(
          now,
          DEFAULT_POLICY.firstUpdateWithin[incident.priority] ?? 14_400_000,
        ),
      };
    case 'dismiss':
      return {
        ...became('dismissed'),
        undoUntil: after(now, DEFAULT_POLICY.undoFor),
      };
    case 'merge':
      return {
        ...became('merged'),
        mergedInto: { id: command.into, number: command.into.slice(3) },
        undoUntil: after(now, DEFAULT_POLICY.undoFor),
      };
    case 'move-out': {
      const alerts = incident.alerts.filter(
        alert => !command.alerts.includes(alert.id),
      );
      return { ...incident, ...countsOf(alerts) };
    }
    case 'undo':
      return { ...became('triage'), undoUntil: null, mergedInto: null };
    case 'pass-on': {
      const owner = groups.find(g => g.ref === command.to) ?? groups[0];
      return {
        ...became('triage'),
        owner,
        ownerRef: owner.ref,
        passes: incident.passes + 1,
        holders: [...incident.holders, { owner, since: now }],
      };
    }
    case 'change-status':
      return {
        ...became(command.to),
        mitigatedAt: command.to === 'monitoring' ? now : incident.mitigatedAt,
      };
    case 'hold':
      return {
        ...incident,
        onHold: {
          reason: command.reason,
          since: now,
          resumeBy: command.resumeBy,
        },
      };
    case 'resume':
      return { ...incident, onHold: null };
    case 'post-update':
      return {
        ...incident,
        nextUpdateAt: command.nextUpdateAt ?? null,
        workaround: command.workaround ?? null,
        lastUpdate: {
          number: (incident.lastUpdate?.number ?? 0) + 1,
          at: now,
          by: mei,
          impact: command.impact,
          action: command.action,
          workaround: command.workaround ?? null,
          nextUpdateAt: command.nextUpdateAt ?? null,
        },
      };
    case 'resolve':
      return {
        ...became('resolved'),
        resolvedAt: command.at ?? now,
        nextUpdateAt: null,
        impactRunningSince: null,
      };
    case 'reopen':
      return { ...became('investigating'), reopened: incident.reopened + 1 };
    case 'close':
      return { ...became('closed'), closedAt: now };
    case 'follow':
    case 'unfollow': {
      const follows = command.type === 'follow';
      return {
        ...incident,
        followers: incident.followers + (follows ? 1 : -1),
        viewer: { ...incident.viewer, follows },
      };
    }
    case 'report-affected':
      return {
        ...incident,
        affectedPeople: incident.affectedPeople + 1,
        viewer: { ...incident.viewer, isAffected: true },
      };
    case 'prioritise':
      return {
        ...incident,
        impact: command.impact,
        urgency: command.urgency,
        risks: command.risks,
        override: command.override?.priority ?? null,
        priority: priorityOf({
          ...command,
          override: command.override?.priority,
        }),
      };
    case 'confirm-workaround':
      return { ...incident, workaroundConfirmedAt: now };
    case 'retract-workaround':
      return { ...incident, workaroundConfirmedAt: null };
    case 'link-change': {
      const change = incident.changes.find(({ id }) => id === command.changeId);
      return {
        ...incident,
        causedBy: change
          ? { ...change, at: change.finishedAt ?? change.startedAt }
          : incident.causedBy,
      };
    }
    case 'unlink-change':
      return { ...incident, causedBy: null };
    case 'make-private':
      return { ...incident, visibility: 'private' };
    case 'make-public':
      return { ...incident, visibility: 'public' };
    case 'assign-entity': {
      const entity = entities.find(e => e.ref === command.entityRef) ?? null;
      const owner = groups[0];
      return {
        ...incident,
        entity,
        entityRef: entity?.ref ?? null,
        owner,
        ownerRef: owner.ref,
        unrouted: null,
        candidates: [],
      };
    }
    case 'mark-affected': {
      const { entityRef, level } = command;
      const others = incident.affected.filter(a => a.entity.ref !== entityRef);
      const entity = entities.find(e => e.ref === entityRef) ?? {
        ref: entityRef,
        title: entityRef.split('/')[1],
      };
      return {
        ...incident,
        affected: [...others, { entity, level, since: now }],
        affectedCount: others.length,
      };
    }
    case 'unmark-affected': {
      const affected = incident.affected.filter(
        a => a.entity.ref !== command.entityRef,
      );
      return { ...incident, affected, affectedCount: affected.length - 1 };
    }
    case 'correct-time':
      return { ...incident, [command.stamp]: command.at };
    case 'rename':
      return { ...incident, title: command.title };
    default:
      return incident;
  }
}

/** The incident that alerts get when they are moved out. */
export function movedOut(
  from: IncidentDetail,
  { alerts, title }: Extract<UserCommand, { type: 'move-out' }>,
  number: string,
  nowMs: number,
): IncidentDetail {
  const moved = from.alerts.filter(alert => alerts.includes(alert.id));
  const { entity, owner, ownerRef, impact, urgency } = from;
  return anIncident(nowMs, {
    number,
    title: title ?? moved[0].title,
    age: 0,
    entity,
    owner,
    ownerRef,
    impact,
    urgency,
    ...countsOf(moved),
  });
}

function countsOf(alerts: IncidentDetail['alerts']) {
  return {
    alerts,
    alertCount: alerts.length,
    firingCount: alerts.filter(alert => alert.firing).length,
  };
}
