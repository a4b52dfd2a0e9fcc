import {
  isMajor,
  type IncidentDetail,
  type ReviewAnswer,
  type ReviewCommandType,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  DEFAULT_TEMPLATE,
  REVIEW_COMMANDS,
} from '@linchpin/backstage-plugin-incidents-common/reviews';

const DAY_MS = 24 * 60 * 60_000;

const TYPES = Object.keys(REVIEW_COMMANDS) as ReviewCommandType[];

/** The review of an incident that has not been begun. */
export function aReview(
  incident: IncidentDetail,
  given: Partial<ReviewAnswer> = {},
): ReviewAnswer {
  const required = isMajor(incident.priority);
  const since = incident.resolvedAt ?? incident.declaredAt;
  const { title, number, impactMs, lastUpdate } = incident;
  const review: ReviewAnswer = {
    incident,
    status: required ? 'needed' : 'not-needed',
    since,
    required,
    version: 1,
    owner: incident.lead,
    draftDueAt: new Date(Date.parse(since) + 3 * DAY_MS).toISOString(),
    meetingDueAt: new Date(Date.parse(since) + 5 * DAY_MS).toISOString(),
    waived: null,
    approved: null,
    sentBack: null,
    sections: DEFAULT_TEMPLATE.sections.map(section => ({
      ...section,
      title: null,
      prompts: null,
      text: section.id === 'summary' ? `${number}: ${title}.` : '',
      version: section.id === 'summary' ? 1 : 0,
      editedBy: null,
      editedAt: null,
      beside: [],
    })),
    gate: [],
    impact: {
      milliseconds: impactMs,
      windows: incident.impactStartedAt
        ? [{ from: incident.impactStartedAt, to: incident.resolvedAt }]
        : [],
      at: [{ priority: incident.priority, milliseconds: impactMs }],
      affectedPeople: incident.affectedPeople,
      entities: incident.affected.map(({ entity }) => entity),
    },
    responders: [incident.lead, ...incident.responders].flatMap(each =>
      each ? [each] : [],
    ),
    scorecard: [
      {
        check: 'time-to-acknowledge',
        verdict: 'kept',
        found: {
          fact: 'duration',
          milliseconds: 4 * 60_000,
          withinMs: 5 * 60_000,
        },
        sequences: [3],
      },
      {
        check: 'time-to-first-update',
        verdict: 'missed',
        found: {
          fact: 'duration',
          milliseconds: 41 * 60_000,
          withinMs: 20 * 60_000,
        },
        sequences: [],
      },
      {
        check: 'updates-on-time',
        verdict: 'missed',
        found: { fact: 'share', kept: 5, of: 7 },
        sequences: [],
      },
      {
        check: 'hand-overs',
        verdict: 'none',
        found: { fact: 'count', count: 1 },
        sequences: [2],
      },
    ],
    entries: [
      { sequence: 1, included: true, note: null },
      { sequence: 2, included: false, note: null },
      {
        sequence: 3,
        included: true,
        note: lastUpdate && 'Four minutes after the first page.',
      },
    ],
    factors: [],
    comments: [],
    meeting: null,
    factorTags: ['capacity', 'missing-alert', 'change', 'dependency'],
    viewer: { commands: [] },
    ...given,
  };
  return asKnown(review);
}

/** What the gate says and what may be done as things stand. */
export function asKnown(review: ReviewAnswer): ReviewAnswer {
  const gate: ReviewAnswer['gate'] = [
    ...review.sections
      .filter(({ required }) => required)
      .map(({ id, text }) => ({
        item: 'section' as const,
        section: id,
        met: text.trim() !== '',
      })),
    { item: 'factor', section: null, met: review.factors.length > 0 },
    { item: 'action', section: null, met: true },
    { item: 'owner', section: null, met: review.owner !== null },
    { item: 'impact-start', section: null, met: true },
    {
      item: 'texts-joined',
      section: null,
      met: review.sections.every(({ beside }) => beside.length === 0),
    },
  ];
  const commands = TYPES.filter(type =>
    REVIEW_COMMANDS[type].from.includes(review.status),
  );
  return { ...review, gate, viewer: { commands } };
}
