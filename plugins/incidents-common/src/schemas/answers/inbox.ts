import { z } from 'zod/v3';
import { incidentSchema } from './incident';
import { at, namedRef } from './values';

/** Why an incident stands in this inbox, and where. */
export const inboxReasonSchema = z.object({
  code: z.enum([
    'you-lead',
    'you-follow',
    'you-reported',
    'your-team-owns',
    'your-child-team-owns',
    'you-were-told',
    'unrouted',
  ]),
  teamTitle: z.string().nullable(),
});

export const inboxClockSchema = z.object({
  kind: z.enum(['acknowledge', 'update', 'resume', 'watch', 'undo']),
  dueAt: at,
});

export const inboxItemSchema = z.object({
  incident: incidentSchema,
  why: inboxReasonSchema,
  /** The next thing that falls due. */
  clock: inboxClockSchema.nullable(),
  mark: z.enum(['new', 'recovered', 'passed-on-twice']).nullable(),
  /** Whether it waits for a decision of the asking user's. */
  needsDecision: z.boolean(),
});

export const inboxView = z.enum(['mine', 'teams', 'unrouted', 'recovered']);

export const inboxSchema = z.object({
  view: inboxView,
  items: z.array(inboxItemSchema),
  nextCursor: z.string().nullable(),
  counts: z.object({
    mine: z.number(),
    teams: z.number(),
    unrouted: z.number(),
    recovered: z.number(),
    /** What needs a decision of mine: the number on the tab and in the navigation. */
    decisions: z.number(),
  }),
  teams: z.array(namedRef),
});

export type InboxView = z.infer<typeof inboxView>;
export type InboxItem = z.infer<typeof inboxItemSchema>;
export type InboxReason = z.infer<typeof inboxReasonSchema>;
export type Inbox = z.infer<typeof inboxSchema>;
