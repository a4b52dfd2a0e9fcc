import { z } from 'zod/v3';
import { AFFECTED_MAX, MOVED_OUT_MAX } from '../incidents/limits';
import { anyOf, command, type AnyOf } from './commandSchemas';
import {
  affectedLevel,
  dismissReason,
  entityRef,
  groupRef,
  holdReason,
  identifier,
  impact,
  instant,
  line,
  mode,
  priority,
  risk,
  stamp,
  text,
  urgency,
  userRef,
  visibility,
} from './primitives';

/**
 * The request to report a problem or declare an incident. Three fields are
 * enough; where `impact` and `urgency` are left out the server suggests them.
 */
export const declareSchema = z
  .object({
    title: line,
    entityRef: entityRef.optional(),
    impact: impact.optional(),
    urgency: urgency.optional(),
    description: text.optional(),
    risks: z.array(risk).max(6).default([]),
    impactStartedAt: instant.optional(),
    workaround: text.optional(),
    affected: z.array(entityRef).max(AFFECTED_MAX).default([]),
    mode: mode.exclude(['backfill']).default('real'),
    visibility: visibility.default('public'),
    /** The earlier incident, by id or number, that this is the same trouble as. */
    recurrenceOf: identifier(64).optional(),
    /** Chosen by the client; a repeat returns the first outcome. */
    clientId: identifier(100).optional(),
  })
  .strict();

/** The commands that a person may send to an incident; see `COMMANDS` for who may. */
export const userCommandSchemas = {
  acknowledge: command('acknowledge', {}),
  dismiss: command('dismiss', { reason: dismissReason, note: text.optional() }),
  'pass-on': command('pass-on', { to: groupRef, reason: text }),
  'change-status': command('change-status', {
    to: z.enum(['investigating', 'fixing', 'monitoring']),
    note: text.optional(),
  }),
  hold: command('hold', {
    reason: holdReason,
    resumeBy: instant,
    note: text.optional(),
  }),
  resume: command('resume', {}),
  'post-update': command('post-update', {
    /** What is affected, in plain words. */
    impact: text,
    /** What is being done about it. */
    action: text,
    workaround: text.optional(),
    nextUpdateAt: instant.optional(),
  }),
  'add-note': command('add-note', { text }),
  resolve: command('resolve', {
    note: text.optional(),
    /** When normal service was back, if not now. */
    at: instant.optional(),
    /** Who writes the review; the lead where one is needed and nobody is named. */
    reviewOwnerRef: userRef.optional(),
  }),
  reopen: command('reopen', { reason: text }),
  close: command('close', {}),
  merge: command('merge', { into: identifier(64) }),
  'move-out': command('move-out', {
    /** Which of its alerts, by the ids in `IncidentDetail.alerts`. */
    alerts: z.array(identifier(64)).min(1).max(MOVED_OUT_MAX),
    /** Of the incident that is opened for them; the first one's where it is left out. */
    title: line.optional(),
  }),
  undo: command('undo', {}),
  follow: command('follow', {}),
  unfollow: command('unfollow', {}),
  'report-affected': command('report-affected', { symptom: text.optional() }),
  prioritise: command('prioritise', {
    impact,
    urgency,
    risks: z.array(risk).max(6),
    override: z.object({ priority, reason: text }).strict().optional(),
  }),
  /** What people were told to do meanwhile helps them. */
  'confirm-workaround': command('confirm-workaround', {}),
  /** It does not help after all, or no longer. */
  'retract-workaround': command('retract-workaround', {}),
  'make-private': command('make-private', {}),
  'make-public': command('make-public', {}),
  'assign-entity': command('assign-entity', { entityRef }),
  'mark-affected': command('mark-affected', {
    entityRef,
    level: affectedLevel.exclude(['root']),
  }),
  'unmark-affected': command('unmark-affected', { entityRef }),
  /** This change caused it; what was linked before did not. */
  'link-change': command('link-change', { changeId: identifier(64) }),
  /** None that is known caused it after all. */
  'unlink-change': command('unlink-change', {}),
  rename: command('rename', { title: line }),
  'correct-time': command('correct-time', {
    stamp,
    at: instant,
    reason: text,
  }),
} as const;

/** The name of a command that a person may send. */
export type UserCommandType = keyof typeof userCommandSchemas;

/** One command of a person, as validated. */
export type UserCommand = AnyOf<typeof userCommandSchemas>;

export const userCommandSchema = anyOf(userCommandSchemas);

/** The body of `POST /incidents/{id}/commands`. */
export const commandRequestSchema = z
  .object({
    command: userCommandSchema,
    /** Chosen by the client, unique per incident; a repeat returns the first outcome. */
    clientId: identifier(100).optional(),
    /** The version the user was looking at; answered 409 when it has moved on. */
    expectedVersion: z.number().int().positive().optional(),
  })
  .strict();

export type Declare = z.infer<typeof declareSchema>;
export type DeclareRequest = z.input<typeof declareSchema>;
export type CommandRequest = z.infer<typeof commandRequestSchema>;

/** The body of `POST /incidents/commands`: one verdict for several incidents. */
export const bulkRequestSchema = z
  .object({
    ids: z.array(identifier(64)).min(1).max(100),
    command: userCommandSchema,
    clientId: identifier(100).optional(),
  })
  .strict();

export type BulkRequest = z.infer<typeof bulkRequestSchema>;

/** The body of `POST /setup/not-sent/resend`. */
export const resendRequestSchema = z
  .object({ ids: z.array(identifier(64)).min(1).max(200) })
  .strict();

/** How many messages are on their way again. */
export const resendOutcomeSchema = z.object({ resent: z.number() });
