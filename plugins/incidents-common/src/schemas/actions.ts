import { z } from 'zod/v3';
import { ORIGINS_MAX } from '../actions/limits';
import { anyOf, command, type AnyOf } from './commandSchemas';
import { many, toggle } from './lists';
import {
  actionStatus,
  actionType,
  day,
  entityRef,
  factorTag,
  freeText,
  identifier,
  instant,
  line,
  priority,
  searchText,
  text,
  TEXT_MAX,
  userRef,
  webAddress,
} from './primitives';

/** Who answers for the deadline: a person, or a group. */
const accountableRef = entityRef.refine(
  ref => ref.startsWith('user:') || ref.startsWith('group:'),
  { message: 'must be the ref of a user or of a group' },
);

/** `POST /actions` */
export const createActionSchema = z
  .object({
    /** The outcome, as a verb: *Alert on queue length before it overflows*. */
    title: line,
    description: text.optional(),
    type: actionType,
    /** The priority of its most critical origin where it is left out. */
    priority: priority.optional(),
    /** What it is done to; the entity of its first origin where it is left out. */
    entityRef: entityRef.optional(),
    /** Who does it. Without one it needs an owner. */
    responsibleRef: userRef.optional(),
    /** Who answers for it; the one who asks for it where it is left out. */
    accountableRef: accountableRef.optional(),
    /** It ends with the day in the zone of the organisation; by priority where it is left out. */
    dueOn: day.optional(),
    /** The factor that it does something about. */
    factor: factorTag.optional(),
    /** The incidents, by id or number, that showed that it is needed. */
    incidents: z.array(identifier(64)).min(1).max(ORIGINS_MAX),
    /** The sentence of a review that it was made from. */
    quote: text.optional(),
    /** Chosen by the client; a repeat returns the first outcome. */
    clientId: identifier(100).optional(),
  })
  .strict();

export type CreateAction = z.infer<typeof createActionSchema>;
export type CreateActionRequest = z.input<typeof createActionSchema>;

/** The commands that a person may send to an action item; see `ACTION_COMMANDS` for who may. */
export const actionCommandSchemas = {
  accept: command('accept', {}),
  start: command('start', {}),
  finish: command('finish', { note: text.optional() }),
  /** It was looked at whether it does what it was for. */
  verify: command('verify', { how: text }),
  /** Back to work: it is not done after all, or decided anew. */
  reopen: command('reopen', { reason: text }),
  'wont-do': command('wont-do', { reason: text }),
  /** Somebody else does it, or nobody yet; who answers for it stays the same. */
  assign: command('assign', { responsibleRef: userRef.nullable() }),
  'make-accountable': command('make-accountable', { accountableRef }),
  edit: command('edit', {
    title: line,
    /** Left out it stays as it is; an empty one is none. */
    description: freeText(TEXT_MAX).trim().optional(),
    /** What it is for; `type` is the command's own. */
    actionType,
    priority,
    factor: factorTag.optional(),
  }),
  'move-to-entity': command('move-to-entity', { entityRef }),
  'move-due': command('move-due', { dueOn: day, reason: text }),
  'link-incident': command('link-incident', { incident: identifier(64) }),
  'unlink-incident': command('unlink-incident', { incident: identifier(64) }),
  'add-note': command('add-note', { text }),
  /** Reminds whoever does it. */
  nudge: command('nudge', {}),
  /** Says which ticket of a tracker stands for it. */
  'link-ticket': command('link-ticket', { url: webAddress }),
  /** Has a ticket made for it. */
  'make-ticket': command('make-ticket', { tracker: identifier(40) }),
  'unlink-ticket': command('unlink-ticket', {}),
} as const;

/** The name of a command that a person may send to an action item. */
export type ActionCommandType = keyof typeof actionCommandSchemas;

/** One command to an action item, as validated. */
export type UserActionCommand = AnyOf<typeof actionCommandSchemas>;

export const actionCommandSchema = anyOf(actionCommandSchemas);

/** The body of `POST /actions/{id}/commands`. */
export const actionCommandRequestSchema = z
  .object({
    command: actionCommandSchema,
    clientId: identifier(100).optional(),
    /** The version the user was looking at; answered 409 when it has moved on. */
    expectedVersion: z.number().int().positive().optional(),
  })
  .strict();

export type ActionCommandRequest = z.infer<typeof actionCommandRequestSchema>;

/** The body of `POST /actions/commands`: one command for several, such as a nudge. */
export const bulkActionsSchema = z
  .object({
    ids: z.array(identifier(64)).min(1).max(100),
    command: actionCommandSchema,
    clientId: identifier(100).optional(),
  })
  .strict();

export type BulkActionsRequest = z.infer<typeof bulkActionsSchema>;

/** `GET /actions` */
export const actionsQuerySchema = z.object({
  status: many(actionStatus),
  /** Shorthand for what is still to be done: proposed, accepted, in progress. */
  open: toggle.optional(),
  overdue: toggle.optional(),
  type: many(actionType),
  /** Groups that own them now, or those below them. */
  owner: many(entityRef),
  responsible: many(entityRef),
  accountable: many(entityRef),
  /** Those that the asking person does, or answers for alone or with their group, or that their group owns. */
  mine: toggle.optional(),
  /** An entity with its parts, or a group. */
  scope: entityRef.optional(),
  /** By id or number. */
  incident: identifier(64).optional(),
  factor: many(factorTag),
  q: searchText.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
  cursor: identifier(500).optional(),
});

export type ActionsQuery = z.infer<typeof actionsQuerySchema>;

/** `GET /actions/follow-through` */
export const followThroughQuerySchema = z.object({
  /** Groups that own them now, or those below them. */
  owner: many(entityRef),
  scope: entityRef.optional(),
  from: instant.optional(),
  to: instant.optional(),
});

export type FollowThroughQuery = z.infer<typeof followThroughQuerySchema>;
