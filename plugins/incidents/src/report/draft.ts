import type {
  DeclareRequest,
  Impact,
  Instant,
  ReportPreview,
  Risk,
  Urgency,
} from '@linchpin/backstage-plugin-incidents-common';

/** What somebody has typed so far. Left empty, impact and urgency are as suggested. */
export interface ReportDraft {
  title: string;
  entity?: { ref: string; title: string };
  impact?: Impact;
  urgency?: Urgency;
  risks: Risk[];
  /** When it began; left out, it is just being noticed. */
  impactStartedAt?: Instant;
  workaround: string;
  description: string;
  isPrivate: boolean;
  isDrill: boolean;
}

export type Suggestion = ReportPreview['suggestion'];

export function newDraft(entity?: ReportDraft['entity']): ReportDraft {
  return {
    title: '',
    entity,
    risks: [],
    workaround: '',
    description: '',
    isPrivate: false,
    isDrill: false,
  };
}

/** How bad it is, as the reporter sees it on screen: chosen, else suggested. */
export function severityOf(draft: ReportDraft, suggestion?: Suggestion) {
  return {
    impact: draft.impact ?? suggestion?.impact,
    urgency: draft.urgency ?? suggestion?.urgency,
  };
}

/** The request for what is on screen. What was left empty is left out. */
export function requestOf(
  draft: ReportDraft,
  suggestion?: Suggestion,
): DeclareRequest {
  return {
    title: draft.title.trim(),
    entityRef: draft.entity?.ref,
    ...severityOf(draft, suggestion),
    risks: draft.risks,
    impactStartedAt: draft.impactStartedAt,
    workaround: draft.workaround.trim() || undefined,
    description: draft.description.trim() || undefined,
    mode: draft.isDrill ? 'drill' : 'real',
    visibility: draft.isPrivate ? 'private' : 'public',
  };
}
