import type {
  Incident,
  IncidentPolicy,
  IncidentState,
  NamedRef,
  ReviewAnswer,
  ReviewCommandType,
  TimelineEvent,
} from '@linchpin/backstage-plugin-incidents-common';
import { recordOf } from '@linchpin/backstage-plugin-incidents-common/history';
import {
  entriesOf,
  gateOf,
  REVIEW_COMMANDS,
  reviewImpactOf,
  scorecardOf,
  sectionOf,
  type ReviewPolicy,
  type ReviewState,
  type SectionTemplate,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Access } from '../authorization';
import { resourceOf } from '../history/IncidentDetailReader';
import { namedPerson } from '../history/incidentRows';
import type { RememberedFactors } from './FactorMemory';
import { isGranted } from './ReviewGate';
import { authorOf, named, versionOf, type WrittenTexts } from './WrittenTexts';

/** Somebody who has to do with the incident. */
export interface PersonRow {
  role: string;
  person_ref: string;
  name: string;
}

/** All that an answer about a review is made of. */
export interface AnswerMaterial {
  access: Access;
  incident: Incident;
  state: IncidentState;
  people: readonly PersonRow[];
  /** Oldest first. */
  timeline: readonly TimelineEvent[];
  review: ReviewState;
  texts: WrittenTexts;
  memory: RememberedFactors;
  /** How many action items the incident has. */
  actions: number;
  incidentPolicy: IncidentPolicy;
  policy: ReviewPolicy;
  now: string;
}

/** A review as its editor shows it, drafted from what the incident recorded. */
export function reviewAnswerOf(material: AnswerMaterial): ReviewAnswer {
  const { access, incident, state, people, timeline, review } = material;
  const { texts, memory, actions, incidentPolicy, policy, now } = material;
  const record = recordOf(incident.id, timeline);
  return {
    incident,
    status: review.status,
    since: review.since,
    required: review.required,
    version: review.version,
    owner: namedPerson(review.owner),
    draftDueAt: review.draftDueAt ?? null,
    meetingDueAt: review.meetingDueAt ?? null,
    waived: texts.act(review.waived),
    approved: review.approved
      ? { by: named(review.approved.by), at: review.approved.at }
      : null,
    sentBack: texts.act(review.sentBack),
    sections: sectionsOf(review, policy).map(section =>
      sectionAnswer(section, review, texts),
    ),
    gate: gateOf(review, policy.template, {
      incident: state,
      actions,
    }),
    impact: {
      ...reviewImpactOf(record, now),
      affectedPeople: incident.affectedPeople,
      entities: state.affected.map(({ entity: { ref, title } }) => ({
        ref,
        title,
      })),
    },
    responders: respondersOf(people),
    scorecard: scorecardOf({
      record,
      timeline,
      policy: incidentPolicy,
      now,
    }),
    entries: entriesOf(review, timeline).map(entry => ({
      ...entry,
      note: texts.field(review.notes[entry.sequence], 'note') ?? null,
    })),
    factors: review.factors.map(factor => ({
      id: factor.id,
      tag: factor.tag,
      text: texts.field(factor.sequence, 'text') ?? '',
      by: named(factor.by),
      seenIn: memory.seenIn.get(factor.tag) ?? [],
    })),
    comments: review.comments.map(comment => ({
      id: comment.id,
      section: comment.section ?? null,
      quote: texts.field(Number(comment.id), 'quote') ?? null,
      text: texts.field(Number(comment.id), 'text') ?? '',
      by: named(comment.by),
      at: comment.at,
      settled: comment.settled
        ? { by: named(comment.settled.by), at: comment.settled.at }
        : null,
    })),
    meeting: review.meeting
      ? {
          at: review.meeting.at,
          agenda: texts.field(review.meeting.sequence, 'agenda') ?? null,
          link: review.meeting.link ?? null,
          attendees: review.meeting.attendees.map(named),
        }
      : null,
    factorTags: memory.tags,
    viewer: { commands: commandsFor(access, state, people, review) },
  };
}

/** The sections of the template, and behind them those of an earlier one that have been written. */
function sectionsOf(
  { sections }: ReviewState,
  { template }: ReviewPolicy,
): SectionTemplate[] {
  const former = Object.keys(sections)
    .filter(id => !template.sections.some(section => section.id === id))
    .map(id => ({ id, required: false, internal: true }));
  return [...template.sections, ...former];
}

function sectionAnswer(
  { id, title, prompts, required, internal }: SectionTemplate,
  review: ReviewState,
  texts: WrittenTexts,
): ReviewAnswer['sections'][number] {
  const state = sectionOf(review, id);
  const present = state && texts.at(state.sequence);
  return {
    id,
    title: title ?? null,
    prompts: prompts ? [...prompts] : null,
    required,
    internal,
    text: present?.texts?.text ?? '',
    version: state?.version ?? 0,
    editedBy: present ? authorOf(present) : null,
    editedAt: present?.at ?? null,
    beside: (state?.beside ?? []).flatMap(({ id: sequence }) => {
      const event = texts.at(Number(sequence));
      return event ? [versionOf(event)] : [];
    }),
  };
}

const TOOK_PART = new Set(['lead', 'responder']);

function respondersOf(people: readonly PersonRow[]): NamedRef[] {
  const responders = people
    .filter(({ role }) => TOOK_PART.has(role))
    .map(({ person_ref: ref, name }) => ({ ref, title: name }));
  return [...new Map(responders.map(each => [each.ref, each])).values()];
}

/** The commands that this user may send now. */
function commandsFor(
  access: Access,
  incident: IncidentState,
  people: readonly PersonRow[],
  review: ReviewState,
): ReviewCommandType[] {
  const { viewer } = access;
  if (viewer.type !== 'user') {
    return [];
  }
  const resource = resourceOf(incident, people);
  const owns = viewer.ref === review.owner?.ref;
  return (Object.keys(REVIEW_COMMANDS) as ReviewCommandType[]).filter(type => {
    const { from, owner } = REVIEW_COMMANDS[type];
    return (
      from.includes(review.status) &&
      !(owner === 'never' && owns) &&
      !(type === 'start' && incident.status === 'merged') &&
      !(type === 'cancel-meeting' && !review.meeting) &&
      isGranted(access, resource, review, type)
    );
  });
}
