import type {
  IncidentDetail,
  TimelineEntry,
} from '@linchpin/backstage-plugin-incidents-common';
import { ago } from './incident';
import { finance, mei, nadia, payments, platform } from './people';

type Event = Extract<TimelineEntry, { kind: 'event' }>;

const system: Event['actor'] = {
  type: 'system',
  name: 'incidents',
  ref: null,
};
const by = (person: { ref: string; title: string }): Event['actor'] => ({
  type: 'user',
  name: person.title,
  ref: person.ref,
});

/** What happened to an incident, newest first. */
export function timelineOf(
  now: number,
  incident: IncidentDetail,
): TimelineEntry[] {
  const age = (now - Date.parse(incident.declaredAt)) / 60_000;
  const lines: Omit<Event, 'kind' | 'sequence' | 'recordedAt'>[] = [
    {
      type: 'declared',
      at: ago(now, age),
      actor: system,
      data: {
        title: incident.title,
        source: incident.source,
        status: 'triage',
        impact: incident.impact,
        urgency: incident.urgency,
        risks: [],
      },
      texts: incident.description ? { description: incident.description } : {},
    },
    {
      type: 'routed',
      at: ago(now, age),
      actor: system,
      data: {
        entity: incident.entity ?? undefined,
        owner: incident.owner ?? undefined,
        unrouted: incident.unrouted ?? undefined,
        steps: incident.routing,
        told: incident.told.map(p => ({ ref: p.ref, name: p.title })),
      },
      texts: {},
    },
  ];
  if (incident.passes > 0) {
    lines.push(
      {
        type: 'passed-on',
        at: ago(now, age - 15),
        actor: by(nadia),
        data: { from: finance, to: platform, times: 1 },
        texts: {
          reason: 'The export runs on our side; looks like the runner.',
        },
      },
      {
        type: 'passed-on',
        at: ago(now, age - 35),
        actor: by(nadia),
        data: { from: platform, to: payments, times: 2 },
        texts: { reason: 'The runner is fine, the file itself is refused.' },
      },
    );
  }
  if (incident.lead) {
    lines.push({
      type: 'acknowledged',
      at: ago(now, age - 4),
      actor: by(incident.lead),
      data: { lead: { ref: incident.lead.ref, name: incident.lead.title } },
      texts: {},
    });
  }
  if (incident.number === 'INC-41') {
    lines.push(
      {
        type: 'update-posted',
        at: ago(now, 30),
        actor: by(nadia),
        data: { number: 1 },
        texts: {
          impact: 'Some card payments time out.',
          action: 'Looking at the connections of payments-db.',
        },
      },
      {
        type: 'prioritised',
        at: ago(now, 26),
        actor: by(nadia),
        data: {
          impact: 'medium',
          urgency: 'medium',
          risks: ['redundancy-gone'],
          from: 'P3',
          to: 'P2',
          because: 'person',
        },
        texts: {},
      },
      {
        type: 'affected-reported',
        at: ago(now, 24),
        actor: by(mei),
        data: { person: { ref: mei.ref, name: mei.title } },
        texts: { symptom: 'Two calls from customers at the desk.' },
      },
      {
        type: 'update-posted',
        at: ago(now, 18),
        actor: by(nadia),
        data: { number: 2, nextUpdateAt: incident.nextUpdateAt },
        texts: {
          impact: incident.lastUpdate?.impact ?? '',
          action: incident.lastUpdate?.action ?? '',
          workaround: incident.lastUpdate?.workaround ?? '',
        },
      },
      {
        type: 'status-changed',
        at: ago(now, 14),
        actor: by(nadia),
        data: { from: 'investigating', to: 'fixing' },
        texts: {},
      },
      {
        type: 'note-added',
        at: ago(now, 3),
        actor: by(nadia),
        data: {},
        texts: { text: 'Replica is in sync, switching now.' },
      },
    );
  }
  const events = lines.map((line, index): TimelineEntry => ({
    ...line,
    kind: 'event',
    sequence: index + 1,
    recordedAt: line.at,
  }));
  const bursts: TimelineEntry[] = incident.alertCount
    ? [
        {
          kind: 'alerts',
          at: ago(now, age),
          until: ago(now, Math.max(0, age - 8)),
          count: incident.alertCount,
          source: 'Alertmanager',
          titles: incident.alerts.map(alert => alert.title),
        },
      ]
    : [];
  const changes = incident.changes.map((change): TimelineEntry => ({
    kind: 'change',
    at: change.finishedAt ?? change.startedAt,
    change,
  }));
  return [...events, ...bursts, ...changes].sort((a, b) =>
    b.at.localeCompare(a.at),
  );
}
