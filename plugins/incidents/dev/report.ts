import {
  after,
  DEFAULT_POLICY,
  priorityOf,
  type DeclareRequest,
  type IncidentDetail,
  type LiveLine,
  type ReportPreview,
} from '@linchpin/backstage-plugin-incidents-common';
import { ownerOf } from './around';
import { anIncident } from './incident';
import { entityNamed, mei, payments } from './people';

/** What the dialog offers for an entity. */
export function reportPreviewOf(
  entityRef: string | undefined,
  known: LiveLine[],
): ReportPreview {
  if (!entityRef) {
    return {
      entity: null,
      owner: null,
      toldCount: 0,
      ownedByViewer: false,
      known: [],
      preventing: [],
      suggestion: {
        impact: 'medium',
        urgency: 'medium',
        because: [{ fact: 'unknown-entity' }],
      },
    };
  }
  const entity = entityNamed(entityRef);
  const owner = ownerOf(entityRef);
  return {
    entity,
    owner,
    toldCount: owner ? 6 : 0,
    ownedByViewer: owner === payments,
    known,
    preventing: [],
    suggestion: {
      impact: 'high',
      urgency: 'medium',
      because: [
        { fact: 'tier', tier: 'tier-1' },
        { fact: 'lifecycle', lifecycle: 'production' },
        { fact: 'dependants', count: 12 },
      ],
    },
  };
}

/** The incident that a report or a declaration of Mei's makes. */
export function declaredBy(
  request: DeclareRequest,
  number: string,
  now: number,
): IncidentDetail {
  const entity = request.entityRef ? entityNamed(request.entityRef) : null;
  const owner = entity && ownerOf(entity.ref);
  const isOwn = owner === payments;
  return anIncident(now, {
    number,
    title: request.title,
    age: 0,
    description: request.description ?? null,
    entity,
    ownerRef: owner?.ref ?? null,
    owner,
    unrouted: entity ? null : 'no-entity',
    status: isOwn ? 'investigating' : 'triage',
    lead: isOwn ? mei : null,
    source: isOwn ? 'declaration' : 'report',
    reporter: mei,
    impact: request.impact ?? 'medium',
    urgency: request.urgency ?? 'medium',
    risks: request.risks ?? [],
    priority: priorityOf({
      impact: request.impact ?? 'medium',
      urgency: request.urgency ?? 'medium',
      risks: request.risks ?? [],
    }),
    affectedPeople: 1,
    acknowledgeDueAt: after(
      new Date(now).toISOString(),
      DEFAULT_POLICY.acknowledgeWithin.P3 ?? 0,
    ),
  });
}
