import { z } from 'zod/v3';
import { namesOf } from '../commandSchemas';
import { factorTag, priority, reviewStatus } from '../primitives';
import { reviewCommandSchemas } from '../reviews';
import { incidentSchema } from './incident';
import { at, maybeAt, namedRef, page } from './values';

/** A text of a section at one time. */
export const sectionVersionSchema = z.object({
  id: z.string(),
  /** Counted from 1; null for a text that stands beside the others, not among them. */
  version: z.number().nullable(),
  text: z.string(),
  by: namedRef,
  at,
});

/** What a check of the scorecard found. */
const scoreFactSchema = z.discriminatedUnion('fact', [
  /** Something took so long; `withinMs` is what was promised. */
  z.object({
    fact: z.literal('duration'),
    milliseconds: z.number(),
    withinMs: z.number().nullable(),
  }),
  /** So many of so many. */
  z.object({ fact: z.literal('share'), kept: z.number(), of: z.number() }),
  z.object({ fact: z.literal('count'), count: z.number() }),
  /** Nothing is known of it. */
  z.object({ fact: z.literal('unknown') }),
]);

/** One line of the scorecard: computed from what the incident recorded, never typed. */
export const scoreCheckSchema = z.object({
  /** Such as `time-to-acknowledge`; rooms add theirs. */
  check: z.string(),
  /** `none`: there is nothing to hold it against. */
  verdict: z.enum(['kept', 'missed', 'none']),
  found: scoreFactSchema,
  /** The entries of the timeline that show it. */
  sequences: z.array(z.number()),
});

/** What a review lacks until it can be handed in and approved, or has. */
export const gateItemSchema = z.object({
  item: z.enum([
    'section',
    'factor',
    'action',
    'owner',
    'impact-start',
    'texts-joined',
  ]),
  /** The section, where it is one. */
  section: z.string().nullable(),
  met: z.boolean(),
});

export const factorSchema = z.object({
  id: z.string(),
  tag: factorTag,
  text: z.string(),
  by: namedRef,
  /** Other reviewed incidents of the same entity with a factor of this tag, newest first; ten at most. */
  seenIn: z.array(z.object({ number: z.string(), title: z.string(), at })),
});

/** The review of an incident, as its editor shows it. */
export const reviewSchema = z.object({
  incident: incidentSchema,
  status: reviewStatus,
  since: at,
  /** Whether the priority demands one. */
  required: z.boolean(),
  version: z.number(),
  owner: namedRef.nullable(),
  /** Until when the draft is to be handed in. */
  draftDueAt: maybeAt,
  /** Until when it is to be talked about. */
  meetingDueAt: maybeAt,
  waived: z.object({ by: namedRef, reason: z.string(), at }).nullable(),
  approved: z.object({ by: namedRef, at }).nullable(),
  sentBack: z.object({ by: namedRef, reason: z.string(), at }).nullable(),
  sections: z.array(
    z.object({
      /** Such as `summary`; a template has its own. */
      id: z.string(),
      /** Null for a section that every language has words for. */
      title: z.string().nullable(),
      prompts: z.array(z.string()).nullable(),
      required: z.boolean(),
      /** Whether it is left out of what is shared. */
      internal: z.boolean(),
      text: z.string(),
      version: z.number(),
      editedBy: namedRef.nullable(),
      editedAt: maybeAt,
      /** Texts that could not be merged and wait to be joined. */
      beside: z.array(sectionVersionSchema),
    }),
  ),
  gate: z.array(gateItemSchema),
  impact: z.object({
    /** The sum of its windows; null while nobody knows when it began. */
    milliseconds: z.number().nullable(),
    windows: z.array(z.object({ from: at, to: maybeAt })),
    /** How much of that at each priority, most critical first; of its live time while nobody knows when it began. */
    at: z.array(z.object({ priority, milliseconds: z.number() })),
    affectedPeople: z.number(),
    entities: z.array(namedRef),
  }),
  responders: z.array(namedRef),
  scorecard: z.array(scoreCheckSchema),
  /** Every entry of the timeline that is in the review or offered for it, by its number there. */
  entries: z.array(
    z.object({
      sequence: z.number(),
      included: z.boolean(),
      note: z.string().nullable(),
    }),
  ),
  factors: z.array(factorSchema),
  comments: z.array(
    z.object({
      id: z.string(),
      section: z.string().nullable(),
      quote: z.string().nullable(),
      text: z.string(),
      by: namedRef,
      at,
      settled: z.object({ by: namedRef, at }).nullable(),
    }),
  ),
  meeting: z
    .object({
      at,
      agenda: z.string().nullable(),
      link: z.string().nullable(),
      attendees: z.array(namedRef),
    })
    .nullable(),
  /** The tags to choose from: those that were used here before, most used first, and the usual ones. */
  factorTags: z.array(factorTag),
  viewer: z.object({ commands: z.array(namesOf(reviewCommandSchemas)) }),
});

/** What became of a command to a review. */
export const reviewOutcomeSchema = z.object({
  review: reviewSchema,
  /**
   * For a text: `written` as it is, `merged` with what others wrote meanwhile, or
   * kept `beside` it.
   */
  section: z.enum(['written', 'merged', 'beside']).nullable(),
});

/** Newest first. */
export const sectionVersionsSchema = page(sectionVersionSchema);

/** A review in a list. */
export const reviewLineSchema = z.object({
  incident: incidentSchema,
  status: reviewStatus,
  since: at,
  required: z.boolean(),
  owner: namedRef.nullable(),
  draftDueAt: maybeAt,
  meetingAt: maybeAt,
  openActions: z.number(),
  overdueActions: z.number(),
});

export const reviewPageSchema = page(reviewLineSchema);

/** A published review: what is in it, without how it is laid out. */
export const reviewDocumentSchema = z.object({
  /** The whole of it as Markdown, in the language that was asked for. */
  markdown: z.string(),
  /** Such as `INC-41-review.md`. */
  fileName: z.string(),
  audience: z.enum(['internal', 'sharing']),
  status: reviewStatus,
});

/** What contributed to the incidents of a service or a team, most often first. */
export const factorsSchema = z.object({
  /** Incidents of the period whose review has a factor. */
  reviewed: z.number(),
  /** Incidents of the period that are over; 10,000 at most are counted. */
  incidents: z.number(),
  factors: z.array(
    z.object({
      tag: factorTag,
      incidents: z.number(),
      /** Whether it came again after a review had named it. */
      recurred: z.boolean(),
      openActions: z.number(),
      overdueActions: z.number(),
      /** The latest of the incidents, such as `INC-41`; twenty at most. */
      numbers: z.array(z.string()),
    }),
  ),
});

export type SectionVersion = z.infer<typeof sectionVersionSchema>;
export type SectionVersions = z.infer<typeof sectionVersionsSchema>;
export type ScoreCheck = z.infer<typeof scoreCheckSchema>;
export type GateItem = z.infer<typeof gateItemSchema>;
export type ReviewAnswer = z.infer<typeof reviewSchema>;
export type ReviewOutcome = z.infer<typeof reviewOutcomeSchema>;
export type ReviewLine = z.infer<typeof reviewLineSchema>;
export type ReviewPage = z.infer<typeof reviewPageSchema>;
export type ReviewDocument = z.infer<typeof reviewDocumentSchema>;
export type Factors = z.infer<typeof factorsSchema>;
