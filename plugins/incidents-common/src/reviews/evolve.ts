import { signatureOf } from '../incidents/actor';
import { omit } from '../incidents/omit';
import type { Instant } from '../incidents/vocabulary';
import type { ReviewEvent, ReviewEventType } from './events';
import {
  sectionOf,
  UNWRITTEN,
  type ReviewState,
  type SectionState,
} from './state';
import type { ReviewStatus } from './vocabulary';

/** The review after a fact of one type; `sequence` is the number that the fact has. */
type Evolver<Type extends ReviewEventType> = (
  state: ReviewState,
  event: ReviewEvent<Type>,
  sequence: number,
) => ReviewState;

const EVOLVERS: { [Type in ReviewEventType]: Evolver<Type> } = {
  needed: (state, { at, data }) => ({
    ...state,
    ...(state.status === 'not-needed' && entering('needed', at)),
    required: data.required,
    draftDueAt: data.draftDueAt,
    meetingDueAt: data.meetingDueAt,
    ...(data.owner && { owner: data.owner }),
  }),

  released: (state, { at }) => ({
    ...omit(state, 'draftDueAt', 'meetingDueAt'),
    ...(state.status === 'needed' && entering('not-needed', at)),
    required: false,
  }),

  started: (state, { at, data }) => ({
    ...omit(state, 'waived'),
    ...entering('draft', at),
    startedAt: state.startedAt ?? at,
    ...data,
  }),

  'owner-assigned': (state, { data }) => ({ ...state, owner: data.owner }),

  'section-written': (state, { data }, sequence) =>
    withSection(state, data.section, section => ({
      version: data.version,
      sequence,
      written: data.written,
      beside: section.beside.filter(({ id }) => id !== data.joins),
    })),

  'text-kept-beside': (state, { actor, data }, sequence) =>
    withSection(state, data.section, section => ({
      ...section,
      beside: [
        ...section.beside.filter(({ id }) => id !== data.replaces),
        {
          id: String(sequence),
          byRef: signatureOf(actor).ref,
          base: data.base,
        },
      ],
    })),

  'entries-chosen': (state, { data }) => ({
    ...state,
    entries: {
      ...state.entries,
      ...Object.fromEntries(data.include.map(entry => [entry, 'in'])),
      ...Object.fromEntries(data.leaveOut.map(entry => [entry, 'out'])),
    },
  }),

  'entry-annotated': (state, { data }, sequence) => ({
    ...state,
    notes: data.erased
      ? omit(state.notes, data.sequence)
      : { ...state.notes, [data.sequence]: sequence },
  }),

  'factor-added': (state, { actor, data }, sequence) => ({
    ...state,
    factors: [
      ...state.factors,
      {
        id: String(sequence),
        tag: data.tag,
        sequence,
        by: signatureOf(actor),
      },
    ],
  }),

  'factor-changed': (state, { data }, sequence) => ({
    ...state,
    factors: state.factors.map(factor =>
      factor.id === data.id ? { ...factor, tag: data.tag, sequence } : factor,
    ),
  }),

  'factor-removed': (state, { data }) => ({
    ...state,
    factors: state.factors.filter(({ id }) => id !== data.id),
  }),

  commented: (state, { actor, at, data }, sequence) => ({
    ...state,
    comments: [
      ...state.comments,
      {
        id: String(sequence),
        ...(data.section && { section: data.section }),
        by: signatureOf(actor),
        at,
      },
    ],
  }),

  'comment-settled': (state, { actor, at, data }) => ({
    ...state,
    comments: state.comments.map(comment =>
      comment.id === data.id
        ? { ...comment, settled: { by: signatureOf(actor), at } }
        : comment,
    ),
  }),

  'meeting-planned': (state, { at, data }, sequence) => ({
    ...state,
    meeting: { ...data, sequence, plannedAt: at },
  }),

  'meeting-cancelled': state => omit(state, 'meeting'),

  'handed-in': (state, { at }) => ({
    ...omit(state, 'sentBack'),
    ...entering('in-review', at),
  }),

  'sent-back': (state, { actor, at, data }, sequence) => ({
    ...state,
    ...entering('draft', at),
    ...data,
    sentBack: { by: signatureOf(actor), at, sequence },
  }),

  /** What is approved without having been talked about need not be any more. */
  approved: (state, { actor, at }) => ({
    ...omit(state, 'meetingDueAt'),
    ...entering('approved', at),
    approved: { by: signatureOf(actor), at },
  }),

  waived: (state, { actor, at }, sequence) => ({
    ...state,
    ...entering('waived', at),
    waived: { by: signatureOf(actor), at, sequence },
  }),

  reopened: (state, { at, data: { because, ...due } }) => {
    const status = state.startedAt ? 'draft' : 'needed';
    return {
      ...(because === 'incident'
        ? omit(state, 'approved', 'waived', 'draftDueAt', 'meetingDueAt')
        : omit(state, 'approved')),
      ...due,
      ...(status !== state.status && entering(status, at)),
    };
  },

  'clock-fired': (state, { data }) => ({
    ...state,
    fired: { ...state.fired, [data.clock]: data.dueAt },
  }),
};

/** The review after one more fact. @public */
export function evolveReview<Type extends ReviewEventType>(
  state: ReviewState,
  event: ReviewEvent<Type>,
): ReviewState {
  const sequence = state.version + 1;
  return {
    ...(EVOLVERS[event.type] as Evolver<Type>)(state, event, sequence),
    version: sequence,
  };
}

function withSection(
  state: ReviewState,
  id: string,
  changed: (section: SectionState) => SectionState,
): ReviewState {
  const section = changed(sectionOf(state, id) ?? UNWRITTEN);
  return { ...state, sections: { ...state.sections, [id]: section } };
}

function entering(status: ReviewStatus, since: Instant) {
  return { status, since };
}
