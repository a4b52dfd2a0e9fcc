import {
  isLive,
  nextDueAt,
  type IncidentPolicy,
  type IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  accountableFor,
  AT_THE_TIME,
  factsOf,
  type IncidentCourse,
  type IncidentFacts,
} from '@linchpin/backstage-plugin-incidents-common/history';
import { toInstant } from '../database/instant';

/** An incident as it lies in the database. */
export interface StoredIncident {
  state: IncidentState;
  /** How it went; missing while its record has yet to be made from its timeline. */
  course?: IncidentCourse;
  /** The number of its last event. */
  version: number;
  /** What alerts attach by. */
  openKey?: string;
  declaredAt: string;
  /** The event of the last update. */
  updateSequence?: number;
}

/** An incident to be written. */
export interface IncidentToWrite extends StoredIncident {
  /** Of a new one: who declared it with which client id. */
  declareKey?: string;
}

/** What is read of an incident to decide about it. */
export interface StoredRow {
  id: string;
  version: number;
  state: string;
  course: string | null;
  facts_version: number | null;
  open_key: string | null;
  declared_at: Date | number | string;
  update_sequence: number | null;
}

/** What deciding needs of a row. */
export function toStored(row: StoredRow): StoredIncident {
  return {
    state: JSON.parse(row.state),
    ...(row.course !== null &&
      row.facts_version === row.version && { course: JSON.parse(row.course) }),
    version: row.version,
    ...(row.open_key && { openKey: row.open_key }),
    declaredAt: toInstant(row.declared_at),
    ...(row.update_sequence !== null && {
      updateSequence: row.update_sequence,
    }),
  };
}

/** Everything but what an incident is born with. */
export const CHANGING_COLUMNS = [
  'version',
  'state',
  'title',
  'status',
  'live',
  'priority',
  'mode',
  'visibility',
  'entity_ref',
  'owner_ref',
  'lead_ref',
  'reporter_ref',
  'unrouted',
  'unowned',
  'risk_count',
  'due_at',
  'resolved_at',
  'recovered_at',
  'impact_ms',
  'impact_running_since',
  'update_sequence',
  'open_key',
  'facts',
  'course',
  'facts_version',
  'accountable_ref',
  'cause',
];

/** All of an incident, as the table has it. */
export function rowOf(incident: IncidentToWrite, policy: IncidentPolicy) {
  const { state } = incident;
  const running = state.impactWindows.find(window => !window.to);
  const ended = state.impactWindows.filter(window => window.to);
  return {
    id: state.id,
    number: state.number,
    declared_at: new Date(incident.declaredAt),
    declare_key: incident.declareKey ?? null,
    version: incident.version,
    state: JSON.stringify(state),
    title: state.title,
    status: state.status,
    live: isLive(state.status),
    priority: state.priority,
    mode: state.mode,
    visibility: state.visibility,
    entity_ref: state.entity?.ref ?? null,
    owner_ref: state.owner?.ref ?? null,
    lead_ref: state.lead?.ref ?? null,
    reporter_ref: state.reporter?.ref ?? null,
    unrouted: state.unrouted ?? null,
    unowned:
      !state.owner && state.affected.every(({ entity }) => !entity.ownerRef),
    risk_count: state.risks.length,
    due_at: dateOf(nextDueAt(state, policy)),
    resolved_at: dateOf(state.stamps.resolvedAt),
    recovered_at: dateOf(state.recoveredAt),
    impact_ms: ended.reduce(
      (sum, { from, to }) =>
        sum + Math.max(0, Date.parse(to!) - Date.parse(from)),
      0,
    ),
    impact_running_since: dateOf(running?.from),
    update_sequence: incident.updateSequence ?? null,
    open_key: incident.openKey ?? null,
    ...historyColumnsOf(factsOf(state), incident.course),
    facts_version: incident.course ? incident.version : null,
  };
}

/** What service history knows, and what its lists are narrowed by. */
export function historyColumnsOf(
  facts: IncidentFacts,
  course: IncidentCourse | undefined,
) {
  return {
    facts: course ? JSON.stringify(facts) : null,
    course: course ? JSON.stringify(course) : null,
    accountable_ref: accountableFor(facts, AT_THE_TIME) ?? null,
    cause: facts.causedBy?.kind ?? null,
  };
}

function dateOf(instant: string | undefined): Date | null {
  return instant ? new Date(instant) : null;
}
