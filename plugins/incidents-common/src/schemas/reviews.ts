import { z } from 'zod/v3';
import { SECTION_MAX } from '../reviews/limits';
import { anyOf, command, type AnyOf } from './commandSchemas';
import { many, toggle } from './lists';
import {
  entityRef,
  factorTag,
  freeText,
  identifier,
  instant,
  reviewStatus,
  searchText,
  text,
  userRef,
  webAddress,
} from './primitives';

const sectionId = identifier(40);
const sequence = z.number().int().positive();

/** The commands that a person may send to the review of an incident; see `REVIEW_COMMANDS` for who may. */
export const reviewCommandSchemas = {
  /** Begins the draft, whether or not one is required; takes back a waiver. */
  start: command('start', {}),
  'assign-owner': command('assign-owner', { ownerRef: userRef }),
  /**
   * Writes a section. Where somebody else has written it since `baseVersion`, the
   * two are merged if they are apart from each other; else this text is kept beside
   * theirs, and both are shown to be joined by a person.
   */
  'write-section': command('write-section', {
    section: sectionId,
    /** The version that the author began with; 0 for a section never written. */
    baseVersion: z.number().int().min(0),
    /** A section may be emptied again. */
    text: freeText(SECTION_MAX),
    /** The text kept beside, which this one joins with the present one. */
    joins: identifier(64).optional(),
  }),
  /** Puts entries of the timeline into the review or leaves them out. */
  'choose-entries': command('choose-entries', {
    include: z.array(sequence).max(500).default([]),
    leaveOut: z.array(sequence).max(500).default([]),
  }),
  /** Says in the review what an entry meant; an empty note is none. */
  'annotate-entry': command('annotate-entry', {
    sequence,
    note: freeText(2_000).trim(),
  }),
  'add-factor': command('add-factor', { tag: factorTag, text }),
  'change-factor': command('change-factor', {
    id: identifier(64),
    tag: factorTag,
    text,
  }),
  'remove-factor': command('remove-factor', { id: identifier(64) }),
  comment: command('comment', {
    section: sectionId.optional(),
    /** The words that it is about. */
    quote: text.optional(),
    text,
  }),
  'settle-comment': command('settle-comment', { id: identifier(64) }),
  'plan-meeting': command('plan-meeting', {
    at: instant,
    agenda: text.optional(),
    link: webAddress.optional(),
    attendees: z.array(userRef).max(50).default([]),
  }),
  'cancel-meeting': command('cancel-meeting', {}),
  /** Asks for approval; refused while the gate has something missing. */
  'hand-in': command('hand-in', {}),
  'send-back': command('send-back', { reason: text }),
  /** Refused as handing in is. */
  approve: command('approve', {}),
  waive: command('waive', { reason: text }),
} as const;

/** The name of a command that a person may send to a review. */
export type ReviewCommandType = keyof typeof reviewCommandSchemas;

/** One command to a review, as validated. */
export type ReviewCommand = AnyOf<typeof reviewCommandSchemas>;

export const reviewCommandSchema = anyOf(reviewCommandSchemas);

/** The body of `POST /incidents/{id}/review/commands`. */
export const reviewCommandRequestSchema = z
  .object({
    command: reviewCommandSchema,
    /** Chosen by the client, unique per review; a repeat returns the first outcome. */
    clientId: identifier(100).optional(),
    /** The version that the user has read, as who approves has; answered 409 when it has moved on. */
    expectedVersion: z.number().int().positive().optional(),
  })
  .strict();

export type ReviewCommandRequest = z.input<typeof reviewCommandRequestSchema>;

/** `GET /incidents/{id}/review/document` */
export const reviewDocumentQuerySchema = z.object({
  /** `sharing` leaves out what is for us alone (notes, comments, names, actions' owners) and what is not approved. */
  audience: z.enum(['internal', 'sharing']).default('internal'),
  language: z.enum(['en', 'de']).default('en'),
});

export type ReviewDocumentQuery = z.input<typeof reviewDocumentQuerySchema>;

/** `GET /incidents/{id}/review/sections/{section}/versions` */
export const sectionVersionsQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: identifier(500).optional(),
});

/** `GET /reviews` */
export const reviewsQuerySchema = z.object({
  status: many(reviewStatus),
  owner: many(entityRef),
  entity: many(entityRef),
  /** Those that the asking person writes. */
  mine: toggle.optional(),
  q: searchText.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: identifier(500).optional(),
});

export type ReviewsQuery = z.infer<typeof reviewsQuerySchema>;

/** `GET /reviews/factors`: what contributed, most often first. */
export const factorsQuerySchema = z.object({
  /** An entity with its parts, or a group with what it is accountable for; all where it is left out. */
  scope: entityRef.optional(),
  /** Incidents declared from then on. Default a year ago. */
  from: instant.optional(),
  to: instant.optional(),
});

export type FactorsQuery = z.infer<typeof factorsQuerySchema>;
