import { z } from 'zod/v3';
import { actionCommandSchemas } from '../actions';
import { namesOf } from '../commandSchemas';
import { actionStatus, actionType, factorTag, priority } from '../primitives';
import { at, namedRef, page } from './values';

/** An action item, as a card of the board shows it. */
export const actionSchema = z.object({
  id: z.string(),
  /** Such as `ACT-12`. */
  number: z.string(),
  title: z.string(),
  type: actionType,
  priority,
  status: actionStatus,
  statusSince: at,
  entity: namedRef.nullable(),
  /** The group that owns the entity now, and so the action. */
  owner: namedRef.nullable(),
  /** Why no group owns it, such as `owner-not-found`. */
  unrouted: z.string().nullable(),
  /** Who does it; null where it needs an owner. */
  responsible: namedRef.nullable(),
  /** Who answers for the deadline: a person or a group. */
  accountable: namedRef.nullable(),
  dueOn: z.string(),
  /** The end of that day in the zone of the organisation. */
  dueAt: at,
  overdue: z.boolean(),
  factor: factorTag.nullable(),
  /** The incidents that brought it about, newest first. */
  incidents: z.array(z.object({ number: z.string(), title: z.string() })),
  /** Like incidents that came while it was open, newest first. */
  recurrences: z.array(z.object({ number: z.string(), at })),
  ticket: z
    .object({
      tracker: z.string(),
      trackerTitle: z.string(),
      /** Null until the tracker has made it. */
      url: z.string().nullable(),
      /** As the tracker names it, such as `PAY-12`. */
      key: z.string().nullable(),
      /** `waiting`: to be made or brought up to date; `failed`: the tracker did not take it, and will be asked again. */
      sync: z.enum(['in-step', 'waiting', 'failed']),
      problem: z.string().nullable(),
    })
    .nullable(),
  createdAt: at,
  version: z.number(),
});

/** One thing that happened to an action item. */
export const actionEventSchema = z.object({
  sequence: z.number(),
  at,
  actor: z.object({
    type: z.enum(['user', 'system']),
    ref: z.string().nullable(),
    name: z.string(),
  }),
  type: z.string(),
  /** What it was about, by type; see the events of `actions`. */
  data: z.record(z.unknown()),
});

/** An action item with its past. */
export const actionDetailSchema = actionSchema.extend({
  description: z.string().nullable(),
  quote: z.string().nullable(),
  createdBy: namedRef,
  wontDo: z.object({ by: namedRef, reason: z.string() }).nullable(),
  verifiedHow: z.string().nullable(),
  /** Oldest first. */
  events: z.array(actionEventSchema),
  viewer: z.object({ commands: z.array(namesOf(actionCommandSchemas)) }),
});

export const actionPageSchema = page(actionSchema).extend({
  /** Of all that match, whatever page is shown. */
  counts: z.object({
    proposed: z.number(),
    accepted: z.number(),
    'in-progress': z.number(),
    done: z.number(),
    verified: z.number(),
    'wont-do': z.number(),
    overdue: z.number(),
    /** Open, and nobody does it. */
    needsOwner: z.number(),
  }),
});

/** How an item of a bulk command went. */
export const bulkActionsOutcomeSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** Null where it was done. */
      error: z.string().nullable(),
    }),
  ),
});

/** How much of what was decided gets done, and in time. */
export const followThroughSchema = z.object({
  /** In the lead: like incidents that came while an action that was to prevent them was open. */
  recurredWhileOpen: z.object({
    incidents: z.number(),
    items: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        at,
        action: z.object({ number: z.string(), title: z.string() }),
        /** Days that the action was overdue then; 0 where it was not. */
        overdueDays: z.number(),
      }),
    ),
  }),
  /** By the month in which they were due, oldest first, without those that were decided against by then. */
  cohorts: z.array(
    z.object({
      /** Such as `2026-11`. */
      month: z.string(),
      due: z.number(),
      closedOnTime: z.number(),
      closedLate: z.number(),
      open: z.number(),
      wontDo: z.number(),
    }),
  ),
  open: z.object({
    count: z.number(),
    overdue: z.number(),
    needsOwner: z.number(),
    /** Days since they were proposed; null where there are none. */
    ageDaysP50: z.number().nullable(),
    ageDaysP90: z.number().nullable(),
  }),
  /** Those that are over: how many were looked at whether they help. */
  verified: z.object({ verified: z.number(), closed: z.number() }),
  wontDo: z.object({ count: z.number(), of: z.number() }),
  /** Most overdue first. */
  teams: z.array(
    z.object({
      owner: namedRef.nullable(),
      open: z.number(),
      overdue: z.number(),
      closedOnTime: z.number(),
      due: z.number(),
    }),
  ),
});

/** The open actions of something, as a line says it. */
export const openActionsSchema = z.object({
  open: z.number(),
  overdue: z.number(),
});

/** An open action that was to prevent what is happening again. */
export const preventingActionSchema = actionSchema.pick({
  id: true,
  number: true,
  title: true,
  status: true,
  responsible: true,
  owner: true,
  dueOn: true,
  dueAt: true,
  overdue: true,
  incidents: true,
});

/** The trackers that are installed. */
export const trackersSchema = z.object({
  items: z.array(z.object({ id: z.string(), title: z.string() })),
});

export type Action = z.infer<typeof actionSchema>;
export type ActionEventLine = z.infer<typeof actionEventSchema>;
export type ActionDetail = z.infer<typeof actionDetailSchema>;
export type ActionPage = z.infer<typeof actionPageSchema>;
export type BulkActionsOutcome = z.infer<typeof bulkActionsOutcomeSchema>;
export type FollowThrough = z.infer<typeof followThroughSchema>;
export type OpenActions = z.infer<typeof openActionsSchema>;
export type PreventingAction = z.infer<typeof preventingActionSchema>;
export type Trackers = z.infer<typeof trackersSchema>;
