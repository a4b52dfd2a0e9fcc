import {
  COMMANDS,
  type IncidentDetail,
  priorityOf,
  type UserCommandType,
} from '@linchpin/backstage-plugin-incidents-common';
import { mei, payments } from './people';

const MINUTE_MS = 60_000;

/** `ago(now, 38)`: 38 minutes before now, in UTC. */
export function ago(now: number, minutes: number): string {
  return new Date(now - minutes * MINUTE_MS).toISOString();
}

export function ahead(now: number, minutes: number): string {
  return ago(now, -minutes);
}

/** An incident in triage, except for what is said of it. */
export function anIncident(
  now: number,
  facts: Partial<IncidentDetail> &
    Pick<IncidentDetail, 'number' | 'title'> & { age: number },
): IncidentDetail {
  const { age, ...given } = facts;
  const began = ago(now, age);
  const incident: IncidentDetail = {
    id: `id-${given.number}`,
    status: 'triage',
    statusSince: began,
    onHold: null,
    priority: 'P3',
    impact: 'medium',
    urgency: 'medium',
    risks: [],
    override: null,
    mode: 'real',
    visibility: 'public',
    source: 'alert',
    origin: null,
    description: null,
    entityRef: given.entity?.ref ?? null,
    entity: null,
    ownerRef: payments.ref,
    owner: payments,
    unrouted: null,
    leadRef: given.lead?.ref ?? null,
    lead: null,
    reporterRef: given.reporter?.ref ?? null,
    reporter: null,
    lastUpdate: null,
    workaround: given.lastUpdate?.workaround ?? null,
    workaroundConfirmedAt: null,
    nextUpdateAt: null,
    acknowledgeDueAt: null,
    affectedCount: 0,
    affectedPeople: 0,
    impactStartedAt: began,
    impactEstimated: false,
    impactMs: 0,
    impactRunningSince: began,
    detectedAt: began,
    declaredAt: began,
    notifiedAt: began,
    acknowledgedAt: null,
    mitigatedAt: null,
    resolvedAt: null,
    closedAt: null,
    reopened: 0,
    passes: 0,
    alertCount: 0,
    firingCount: 0,
    recoveredAt: null,
    resolveProposedAt: null,
    undoUntil: null,
    mergedInto: null,
    recurrenceOf: null,
    version: 1,
    affected: given.entity
      ? [{ entity: given.entity, level: 'root', since: began }]
      : [],
    routing: given.entity
      ? [
          {
            step: 'owned-by',
            entityRef: given.entity.ref,
            ownerRef: payments.ref,
          },
          { step: 'members', groupRef: payments.ref, count: 6 },
        ]
      : [],
    told: [mei],
    responders: [],
    followers: 2,
    holders: [{ owner: payments, since: began }],
    clocks: [],
    alerts: [],
    changes: [],
    causedBy: null,
    candidates: [],
    review: {
      status: 'not-needed',
      required: false,
      owner: null,
      draftDueAt: null,
    },
    seenBefore: [],
    actions: [],
    preventing: [],
    viewer: {
      follows: false,
      isAffected: false,
      isReporter: given.reporter?.ref === mei.ref,
      commands: [],
    },
    ...given,
  };
  return withCommands({
    ...incident,
    priority:
      given.priority ??
      priorityOf({ ...incident, override: incident.override ?? undefined }),
  });
}

/** What the command table allows the user of the harness, who may do everything. */
export function withCommands(incident: IncidentDetail): IncidentDetail {
  const types = Object.keys(COMMANDS) as UserCommandType[];
  const { follows } = incident.viewer;
  const commands = types.filter(type => {
    if (!COMMANDS[type].from.includes(incident.status)) {
      return false;
    }
    switch (type) {
      case 'acknowledge':
        return incident.status === 'triage' || incident.leadRef !== mei.ref;
      case 'follow':
        return !follows;
      case 'unfollow':
        return follows;
      case 'move-out':
        return incident.alertCount > (incident.reporterRef ? 0 : 1);
      case 'resume':
        return incident.onHold !== null;
      case 'confirm-workaround':
        return incident.workaround !== null && !incident.workaroundConfirmedAt;
      case 'retract-workaround':
        return incident.workaroundConfirmedAt !== null;
      case 'make-private':
        return incident.visibility === 'public' && incident.alertCount === 0;
      case 'unlink-change':
        return incident.causedBy !== null;
      case 'make-public':
        return incident.visibility === 'private';
      default:
        return true;
    }
  });
  return { ...incident, viewer: { ...incident.viewer, commands } };
}

/** A deployment that had taken effect so many minutes before an impact. */
export function aDeployment(
  now: number,
  entity: IncidentDetail['changes'][number]['entity'],
  version: string,
  { minutes, before }: { minutes: number; before: number },
): IncidentDetail['changes'][number] {
  return {
    id: `change-${entity.title}-${version}`,
    kind: 'deployment',
    entity,
    title: `${entity.title} ${version}`,
    version,
    url: 'https://ci.fernway.test/4711',
    actor: 'Ravi Menon',
    outcome: 'succeeded',
    source: 'ci',
    startedAt: ago(now, minutes + 4),
    finishedAt: ago(now, minutes),
    when: 'before',
    awayMs: before * MINUTE_MS,
  };
}

/** An alert of Alertmanager's that fires since some minutes. */
export function anAlert(
  now: number,
  title: string,
  minutes: number,
): IncidentDetail['alerts'][number] {
  return {
    id: `alert-${title}`,
    title,
    source: 'Alertmanager',
    severity: 'critical',
    labels: { alertname: title },
    occurrences: 1,
    deliveries: 7,
    firing: true,
    since: ago(now, minutes),
    endedAt: null,
    url: 'https://prometheus.fernway.test/graph',
  };
}
