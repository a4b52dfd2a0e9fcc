import {
  isLive,
  PRIORITIES,
  type Incident,
  type IncidentDetail,
  type IncidentPage,
  type IncidentQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import { mei } from './people';

/** The part of all incidents that a query asks for. */
export function listOf(
  incidents: readonly IncidentDetail[],
  query: Partial<IncidentQuery>,
): IncidentPage {
  const { status, live, priority, owner, entity, mine, q, sort } = query;
  const found = incidents
    .filter(i => !status?.length || status.includes(i.status))
    .filter(i => live !== 'true' || (isLive(i.status) && !i.recoveredAt))
    .filter(i => !priority?.length || priority.includes(i.priority))
    .filter(i => !owner?.length || owner.includes(i.ownerRef ?? ''))
    .filter(i => !entity?.length || entity.includes(i.entityRef ?? ''))
    .filter(i => mine !== 'reported' || i.reporterRef === mei.ref)
    .filter(i => mine !== 'lead' || i.leadRef === mei.ref)
    .filter(i => mine !== 'following' || i.viewer.follows)
    .filter(i => matches(i, q))
    .sort(
      sort === 'urgency'
        ? byUrgency
        : (a, b) => b.declaredAt.localeCompare(a.declaredAt),
    );
  const from = Number(query.cursor ?? 0);
  const to = from + (query.limit ?? 50);
  return {
    items: found.slice(from, to),
    nextCursor: to < found.length ? String(to) : null,
  };
}

export function matches(incident: Incident, q: string | undefined): boolean {
  const text = `${incident.number} ${incident.title} ${incident.entity?.title}`;
  return text
    .toLocaleLowerCase('en-US')
    .includes((q ?? '').toLocaleLowerCase('en-US'));
}

export function byUrgency(a: Incident, b: Incident): number {
  return (
    PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
    a.declaredAt.localeCompare(b.declaredAt)
  );
}
