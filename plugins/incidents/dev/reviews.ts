import {
  isMajor,
  type IncidentDetail,
  type NamedRef,
  type ReviewAnswer,
  type ReviewCommand,
  type ReviewLine,
  type ReviewOutcome,
  type ReviewsQuery,
  type SectionVersion,
} from '@linchpin/backstage-plugin-incidents-common';
import { matches } from './lists';
import { mei, nadia } from './people';

type Section = ReviewAnswer['sections'][number];

const DAY_MS = 24 * 60 * 60_000;

const SECTIONS: readonly Pick<Section, 'id' | 'required' | 'internal'>[] = [
  { id: 'summary', required: true, internal: false },
  { id: 'impact', required: true, internal: false },
  { id: 'detection', required: true, internal: true },
  { id: 'response', required: false, internal: true },
  { id: 'went-well', required: false, internal: true },
  { id: 'went-poorly', required: false, internal: true },
  { id: 'lucky', required: false, internal: true },
  { id: 'questions', required: false, internal: true },
  { id: 'external-message', required: false, internal: false },
];

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
    sections: SECTIONS.map(section => ({
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
function asKnown(review: ReviewAnswer): ReviewAnswer {
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
  return { ...review, gate, viewer: { commands: commandsIn(review.status) } };
}

const WRITING: ReviewCommand['type'][] = [
  'assign-owner',
  'write-section',
  'choose-entries',
  'annotate-entry',
  'add-factor',
  'change-factor',
  'remove-factor',
  'comment',
  'settle-comment',
  'plan-meeting',
  'cancel-meeting',
];

function commandsIn(status: ReviewAnswer['status']): ReviewCommand['type'][] {
  switch (status) {
    case 'needed':
    case 'not-needed':
      return ['start', 'assign-owner', 'waive'];
    case 'waived':
      return ['start'];
    case 'draft':
      return [...WRITING, 'hand-in', 'waive'];
    case 'in-review':
      return [...WRITING, 'send-back', 'approve'];
    default:
      return WRITING;
  }
}

/** The reviews of sample incidents, and what becomes of them. */
export class FakeReviews {
  readonly #reviews = new Map<string, ReviewAnswer>();
  readonly #versions = new Map<string, SectionVersion[]>();

  constructor(readonly now: () => number) {}

  of(incident: IncidentDetail): ReviewAnswer {
    const known = this.#reviews.get(incident.id);
    return known ? { ...known, incident } : aReview(incident);
  }

  /** What the page of the incident says of it: nothing while that is under way. */
  glanceAt(incident: IncidentDetail): IncidentDetail['review'] {
    if (!incident.resolvedAt) {
      return incident.review;
    }
    const { status, required, owner, draftDueAt } = this.of(incident);
    return { status, required, owner, draftDueAt };
  }

  put(review: ReviewAnswer) {
    this.#reviews.set(review.incident.id, asKnown(review));
  }

  versions(incident: { id: string }, section: string): SectionVersion[] {
    return this.#versions.get(`${incident.id} ${section}`) ?? [];
  }

  listOf(
    incidents: readonly IncidentDetail[],
    query: Partial<ReviewsQuery>,
  ): ReviewLine[] {
    return incidents
      .map(incident => this.of(incident))
      .filter(
        ({ incident, required }) => required && incident.resolvedAt !== null,
      )
      .filter(r => !query.status?.length || query.status.includes(r.status))
      .filter(r => query.mine !== 'true' || r.owner?.ref === mei.ref)
      .filter(({ incident }) => matches(incident, query.q))
      .map(review => ({
        incident: review.incident,
        status: review.status,
        since: review.since,
        required: review.required,
        owner: review.owner,
        draftDueAt: review.draftDueAt,
        meetingAt: review.meeting?.at ?? null,
        openActions: 2,
        overdueActions: 1,
      }));
  }

  send(incident: IncidentDetail, command: ReviewCommand): ReviewOutcome {
    const before = this.of(incident);
    if (command.type === 'write-section') {
      return this.#write(before, command, mei);
    }
    const after = { ...before, ...this.#changes(before, command) };
    this.put({ ...after, version: before.version + 1 });
    return { review: this.of(incident), section: null };
  }

  /** Somebody else writes a section, between two looks of the user. */
  writeAs(
    who: NamedRef,
    incident: IncidentDetail,
    section: string,
    text: string,
  ) {
    const review = this.of(incident);
    const { version } = review.sections.find(({ id }) => id === section)!;
    this.#write(
      review,
      { type: 'write-section', section, baseVersion: version, text },
      who,
    );
  }

  #write(
    review: ReviewAnswer,
    command: Extract<ReviewCommand, { type: 'write-section' }>,
    by: NamedRef,
  ): ReviewOutcome {
    const { section: id, text, baseVersion, joins } = command;
    const { incident } = review;
    const before = review.sections.find(section => section.id === id)!;
    const at = new Date(this.now()).toISOString();
    const isBeside = baseVersion < before.version && before.text !== text;
    const kept: SectionVersion = {
      id: `${id}-${this.versions(incident, id).length + 1}`,
      version: isBeside ? null : before.version + 1,
      text,
      by,
      at,
    };
    const after: Section = isBeside
      ? { ...before, beside: [...before.beside, kept] }
      : {
          ...before,
          text,
          version: before.version + 1,
          editedBy: by,
          editedAt: at,
          beside: before.beside.filter(other => other.id !== joins),
        };
    this.#versions.set(`${incident.id} ${id}`, [
      kept,
      ...this.versions(incident, id),
    ]);
    this.put({
      ...review,
      status: review.status === 'approved' ? 'draft' : review.status,
      version: review.version + 1,
      sections: review.sections.map(each => (each === before ? after : each)),
    });
    return {
      review: this.#reviews.get(incident.id)!,
      section: isBeside ? 'beside' : 'written',
    };
  }

  #changes(
    review: ReviewAnswer,
    command: Exclude<ReviewCommand, { type: 'write-section' }>,
  ): Partial<ReviewAnswer> {
    const at = new Date(this.now()).toISOString();
    const mine = { by: mei, at };
    const id = `${command.type}-${review.version}`;
    switch (command.type) {
      case 'start':
        return { status: 'draft', since: at, waived: null };
      case 'assign-owner':
        return {
          owner: [mei, nadia].find(({ ref }) => ref === command.ownerRef) ?? {
            ref: command.ownerRef,
            title: command.ownerRef.split('/')[1],
          },
        };
      case 'choose-entries':
        return {
          entries: review.entries.map(entry => ({
            ...entry,
            included:
              (entry.included || command.include.includes(entry.sequence)) &&
              !command.leaveOut.includes(entry.sequence),
          })),
        };
      case 'annotate-entry':
        return {
          entries: review.entries.map(entry =>
            entry.sequence === command.sequence
              ? { ...entry, note: command.note || null }
              : entry,
          ),
        };
      case 'add-factor':
        return {
          factors: [
            ...review.factors,
            { id, tag: command.tag, text: command.text, by: mei, seenIn: [] },
          ],
        };
      case 'change-factor':
        return {
          factors: review.factors.map(factor =>
            factor.id === command.id
              ? { ...factor, tag: command.tag, text: command.text }
              : factor,
          ),
        };
      case 'remove-factor':
        return {
          factors: review.factors.filter(factor => factor.id !== command.id),
        };
      case 'comment':
        return {
          comments: [
            ...review.comments,
            {
              id,
              section: command.section ?? null,
              quote: command.quote ?? null,
              text: command.text,
              ...mine,
              settled: null,
            },
          ],
        };
      case 'settle-comment':
        return {
          comments: review.comments.map(comment =>
            comment.id === command.id ? { ...comment, settled: mine } : comment,
          ),
        };
      case 'plan-meeting':
        return {
          meeting: {
            at: command.at,
            agenda: command.agenda ?? null,
            link: command.link ?? null,
            attendees: command.attendees.map(ref => ({
              ref,
              title: ref.split('/')[1],
            })),
          },
        };
      case 'cancel-meeting':
        return { meeting: null };
      case 'hand-in':
        return { status: 'in-review', since: at, sentBack: null };
      case 'send-back':
        return {
          status: 'draft',
          since: at,
          sentBack: { ...mine, reason: command.reason },
        };
      case 'approve':
        return { status: 'approved', since: at, approved: mine };
      default:
        return {
          status: 'waived',
          since: at,
          waived: { ...mine, reason: command.reason },
        };
    }
  }
}
