import {
  acknowledgeDueAt,
  type Incident,
  type IncidentPolicy,
  type IncidentState,
  type NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';
import { toInstant } from '../database/instant';

/** What a list reads of an incident, in one row. */
export interface IncidentRow {
  id: string;
  number: number;
  version: number;
  state: string;
  impact_ms: number | string;
  declared_at: Date | number | string;
  update_texts: string | null;
  update_at: Date | number | string | null;
  update_by_ref: string | null;
  update_by_name: string | null;
  update_data: string | null;
  declared_texts: string | null;
  /** Counted beside the row: its alerts, those that still fire, and the people affected. */
  alerts: number | string;
  firing: number | string;
  affected_people: number | string;
}

/** An incident as every list of the API shows it. */
export function toIncident(row: IncidentRow, policy: IncidentPolicy): Incident {
  const state: IncidentState = JSON.parse(row.state);
  const update = lastUpdateOf(row);
  const declared = accountOf(row);
  const running = state.impactWindows.find(window => !window.to);
  return {
    id: state.id,
    number: numberOf(state),
    title: state.title,
    status: state.status,
    statusSince: state.statusSince,
    onHold: state.hold ?? null,
    priority: state.priority,
    impact: state.impact,
    urgency: state.urgency,
    risks: state.risks,
    mode: state.mode,
    visibility: state.visibility,
    source: state.source,
    origin: state.origin ?? null,
    entityRef: state.entity?.ref ?? null,
    entity: named(state.entity),
    ownerRef: state.owner?.ref ?? null,
    owner: named(state.owner),
    unrouted: state.unrouted ?? null,
    leadRef: state.lead?.ref ?? null,
    lead: namedPerson(state.lead),
    reporterRef: state.reporter?.ref ?? null,
    reporter: namedPerson(state.reporter),
    lastUpdate: update,
    workaround: update?.workaround ?? declared.workaround ?? null,
    workaroundConfirmedAt: state.workaround?.confirmedAt ?? null,
    nextUpdateAt: state.nextUpdateAt ?? null,
    acknowledgeDueAt: acknowledgeDueAt(state, policy) ?? null,
    affectedCount: state.affected.filter(a => a.level !== 'root').length,
    affectedPeople: Number(row.affected_people),
    causedBy: causeOf(state),
    impactStartedAt: state.stamps.impactStartedAt ?? null,
    impactEstimated: state.impactEstimated,
    impactMs: Number(row.impact_ms),
    impactRunningSince: running?.from ?? null,
    detectedAt: state.stamps.detectedAt ?? null,
    declaredAt: state.stamps.declaredAt,
    notifiedAt: state.stamps.notifiedAt ?? null,
    acknowledgedAt: state.stamps.acknowledgedAt ?? null,
    mitigatedAt: state.stamps.mitigatedAt ?? null,
    resolvedAt: state.stamps.resolvedAt ?? null,
    closedAt: state.stamps.closedAt ?? null,
    reopened: state.reopened,
    passes: state.passes,
    alertCount: Number(row.alerts),
    firingCount: Number(row.firing),
    recoveredAt: state.recoveredAt ?? null,
    resolveProposedAt: state.resolveProposedAt ?? null,
    undoUntil: state.undoUntil ?? null,
    version: row.version,
  };
}

function causeOf({ causedBy }: IncidentState): Incident['causedBy'] {
  return causedBy ? { ...causedBy, version: causedBy.version ?? null } : null;
}

/** What was said when it was declared. */
export function accountOf(
  row: Pick<IncidentRow, 'declared_texts'>,
): Record<string, string> {
  return textsOf(row.declared_texts);
}

/** `INC-12` */
export function numberOf({ number }: { number: number }): string {
  return `INC-${number}`;
}

export function named(
  entity: { ref: string; title: string } | undefined,
): NamedRef | null {
  return entity ? { ref: entity.ref, title: entity.title } : null;
}

export function namedPerson(
  person: { ref: string; name: string } | undefined,
): NamedRef | null {
  return person ? { ref: person.ref, title: person.name } : null;
}

function textsOf(json: string | null): Record<string, string> {
  return json ? JSON.parse(json) : {};
}

function lastUpdateOf(row: IncidentRow): Incident['lastUpdate'] {
  if (!row.update_at || !row.update_data) {
    return null;
  }
  const texts = textsOf(row.update_texts);
  const data = JSON.parse(row.update_data);
  return {
    number: data.number,
    at: toInstant(row.update_at),
    by: { ref: row.update_by_ref ?? '', title: row.update_by_name ?? '' },
    impact: texts.impact ?? '',
    action: texts.action ?? '',
    workaround: texts.workaround ?? null,
    nextUpdateAt: data.nextUpdateAt ?? null,
  };
}
