import {
  isLive,
  type Inbox,
  type InboxItem,
  type InboxQuery,
  type Incident,
  type IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { byUrgency, matches } from './lists';
import { mei, payments } from './people';

/** The inbox of Mei, who is of Payments. */
export function inboxOf(
  incidents: readonly IncidentDetail[],
  query: Partial<InboxQuery>,
): Inbox {
  const view = query.view ?? 'teams';
  const live = incidents.filter(i => isLive(i.status));
  const views = {
    mine: live.filter(i => i.leadRef === mei.ref || i.viewer.follows),
    teams: live.filter(i => i.ownerRef === payments.ref && !i.recoveredAt),
    unrouted: live.filter(i => i.unrouted),
    recovered: live.filter(i => i.recoveredAt),
  };
  const items = views[view]
    .filter(i => matches(i, query.q))
    .filter(i => !query.priority?.length || query.priority.includes(i.priority))
    .sort(byUrgency)
    .map(i => inboxItem(i));
  return {
    view,
    items,
    nextCursor: null,
    counts: {
      mine: views.mine.length,
      teams: views.teams.length,
      unrouted: views.unrouted.length,
      recovered: views.recovered.length,
      decisions: views.teams.length + views.unrouted.length,
    },
    teams: [payments],
  };
}

function inboxItem(incident: IncidentDetail): InboxItem {
  return {
    incident,
    why: whyHere(incident),
    clock: nextClock(incident),
    mark: markOf(incident),
    needsDecision: incident.status === 'triage',
  };
}

function whyHere(incident: IncidentDetail): InboxItem['why'] {
  if (incident.unrouted) {
    return { code: 'unrouted', teamTitle: null };
  }
  if (incident.leadRef === mei.ref) {
    return { code: 'you-lead', teamTitle: null };
  }
  return incident.viewer.follows
    ? { code: 'you-follow', teamTitle: null }
    : { code: 'your-team-owns', teamTitle: incident.owner?.title ?? null };
}

function nextClock(incident: Incident): InboxItem['clock'] {
  if (incident.onHold) {
    return { kind: 'resume', dueAt: incident.onHold.resumeBy };
  }
  if (incident.acknowledgeDueAt && incident.status === 'triage') {
    return { kind: 'acknowledge', dueAt: incident.acknowledgeDueAt };
  }
  return incident.nextUpdateAt
    ? { kind: 'update', dueAt: incident.nextUpdateAt }
    : null;
}

function markOf(incident: Incident): InboxItem['mark'] {
  if (incident.recoveredAt) {
    return 'recovered';
  }
  if (incident.passes >= 2) {
    return 'passed-on-twice';
  }
  return incident.status === 'triage' && incident.acknowledgeDueAt
    ? 'new'
    : null;
}
