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
  const { status, live, priority, owner, entity, scope } = query;
  const { from, to, number, mine, q, sort } = query;
  const found = incidents
    .filter(i => !status?.length || status.includes(i.status))
    .filter(i => live !== 'true' || (isLive(i.status) && !i.recoveredAt))
    .filter(i => !priority?.length || priority.includes(i.priority))
    .filter(i => !owner?.length || owner.includes(i.ownerRef ?? ''))
    .filter(i => !entity?.length || entity.includes(i.entityRef ?? ''))
    .filter(i => !scope || i.entityRef === scope)
    .filter(i => !number || number.includes(i.number))
    .filter(i => !from || i.declaredAt >= from)
    .filter(i => !to || i.declaredAt < to)
    .filter(i => mine !== 'reported' || i.reporterRef === mei.ref)
    .filter(i => mine !== 'lead' || i.leadRef === mei.ref)
    .filter(i => mine !== 'following' || i.viewer.follows)
    .filter(i => matches(i, q))
    .sort(
      sort === 'urgency'
        ? byUrgency
        : (a, b) => b.declaredAt.localeCompare(a.declaredAt),
    );
  const first = Number(query.cursor ?? 0);
  const end = first + (query.limit ?? 50);
  return {
    items: found.slice(first, end),
    nextCursor: end < found.length ? String(end) : null,
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
