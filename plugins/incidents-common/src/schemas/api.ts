import { z } from 'zod/v3';
import {
  affectedLevel,
  holdReason,
  impact,
  mode,
  priority,
  risk,
  status,
  urgency,
  visibility,
} from './primitives';
import { userCommandSchemas } from './commands';

const at = z.string();
const maybeAt = at.nullable();
const ref = z.string();

const userCommandType = z.enum(
  Object.keys(userCommandSchemas) as [
    keyof typeof userCommandSchemas,
    ...(keyof typeof userCommandSchemas)[],
  ],
);

/** Somebody or something of the catalog, as it was when it was written down. */
export const namedRef = z.object({ ref, title: z.string() });

export const updateSchema = z.object({
  number: z.number(),
  at,
  by: namedRef,
  impact: z.string(),
  action: z.string(),
  workaround: z.string().nullable(),
  nextUpdateAt: maybeAt,
});

/** An incident as every list shows it. */
export const incidentSchema = z.object({
  id: z.string(),
  /** `INC-12` */
  number: z.string(),
  title: z.string(),
  status,
  statusSince: at,
  onHold: z.object({ reason: holdReason, since: at, resumeBy: at }).nullable(),
  priority,
  impact,
  urgency,
  risks: z.array(risk),
  mode,
  visibility,
  source: z.enum(['report', 'declaration', 'alert']),
  entityRef: ref.nullable(),
  entity: namedRef.nullable(),
  ownerRef: ref.nullable(),
  owner: namedRef.nullable(),
  unrouted: z
    .enum([
      'no-entity',
      'several-match',
      'no-owner',
      'owner-not-in-catalog',
      'catalog-unavailable',
    ])
    .nullable(),
  leadRef: ref.nullable(),
  lead: namedRef.nullable(),
  reporterRef: ref.nullable(),
  reporter: namedRef.nullable(),
  lastUpdate: updateSchema.nullable(),
  /** The last update's workaround, else the one of the first account. */
  workaround: z.string().nullable(),
  /** Since when it is known to help. */
  workaroundConfirmedAt: maybeAt,
  nextUpdateAt: maybeAt,
  /** When somebody must have taken it. */
  acknowledgeDueAt: maybeAt,
  /** How many affected entities beside the root one. */
  affectedCount: z.number(),
  /** How many people said that they are affected. */
  affectedPeople: z.number(),
  impactStartedAt: maybeAt,
  impactEstimated: z.boolean(),
  /** Past impact, in milliseconds; while `impactRunningSince` is set it goes on from there. */
  impactMs: z.number(),
  impactRunningSince: maybeAt,
  detectedAt: maybeAt,
  declaredAt: at,
  notifiedAt: maybeAt,
  acknowledgedAt: maybeAt,
  mitigatedAt: maybeAt,
  resolvedAt: maybeAt,
  closedAt: maybeAt,
  reopened: z.number(),
  passes: z.number(),
  alertCount: z.number(),
  firingCount: z.number(),
  recoveredAt: maybeAt,
  resolveProposedAt: maybeAt,
  undoUntil: maybeAt,
  mergedInto: z.object({ id: z.string(), number: z.string() }).nullable(),
  recurrenceOf: z.object({ id: z.string(), number: z.string() }).nullable(),
  version: z.number(),
});

export const runningClockSchema = z.object({
  kind: z.enum([
    'acknowledge-warning',
    'acknowledge',
    'update-warning',
    'update',
    'resume',
    'watch',
    'close',
    'recovered',
    'undo',
  ]),
  dueAt: at,
});

export const routingStepSchema = z.object({ step: z.string() }).passthrough();

export const candidateSchema = z.object({
  entityRef: ref,
  title: z.string(),
  kind: z.string(),
  ownerTitle: z.string().nullable(),
});

/** An incident with its people, entities and clocks, as its own page shows it. */
export const incidentDetailSchema = incidentSchema.extend({
  description: z.string().nullable(),
  override: priority.nullable(),
  affected: z.array(
    z.object({ entity: namedRef, level: affectedLevel, since: at }),
  ),
  /** Why the owner is the owner. */
  routing: z.array(routingStepSchema),
  told: z.array(namedRef),
  responders: z.array(namedRef),
  followers: z.number(),
  holders: z.array(z.object({ owner: namedRef, since: at })),
  clocks: z.array(runningClockSchema),
  alerts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      source: z.string(),
      severity: z.string(),
      occurrences: z.number(),
      deliveries: z.number(),
      firing: z.boolean(),
      since: at,
      endedAt: maybeAt,
      url: z.string().nullable(),
    }),
  ),
  /** For an incident without entity: what it may be about. */
  candidates: z.array(candidateSchema),
  /** Earlier incidents of the same entity and alert, newest first. */
  seenBefore: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      at,
      impactMs: z.number(),
      resolution: z.string().nullable(),
    }),
  ),
  /** What the asking user is to it. */
  viewer: z.object({
    follows: z.boolean(),
    isAffected: z.boolean(),
    isReporter: z.boolean(),
    /** The commands that this user may send now. */
    commands: z.array(userCommandType),
  }),
});

/** One line of the timeline: a recorded fact, or a burst of alerts. */
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('event'),
    sequence: z.number(),
    type: z.string(),
    at,
    recordedAt: at,
    actor: z.object({
      type: z.enum(['user', 'system']),
      name: z.string(),
      ref: ref.nullable(),
    }),
    /** The facts of the event, by its type. */
    data: z.record(z.unknown()),
    /** The free texts of the event. */
    texts: z.record(z.string()),
  }),
  z.object({
    kind: z.literal('alerts'),
    at,
    until: at,
    count: z.number(),
    source: z.string(),
    titles: z.array(z.string()),
  }),
]);

export const timelineSchema = z.object({
  items: z.array(timelineEntrySchema),
  nextCursor: z.string().nullable(),
});

const page = <Item extends z.ZodTypeAny>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const incidentPageSchema = page(incidentSchema);

/** The outcome of a command: the incident after it. */
export const commandOutcomeSchema = z.object({
  incident: incidentDetailSchema,
  /** False where it was so already and nothing was written. */
  changed: z.boolean(),
  /** The incident that it opened, as moving alerts out does. */
  opened: z.object({ id: z.string(), number: z.string() }).nullable(),
});

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

/** One line of a card or notice about a live incident. */
export const liveLineSchema = z.object({
  incident: incidentSchema,
  /** The entity that it is about, as seen from the asked one. */
  via: namedRef,
});

/** All that the entity card needs. */
export const entityCardSchema = z.object({
  entity: namedRef,
  /** Live incidents of the entity itself, most urgent first. */
  live: z.array(incidentSchema),
  /** Live incidents of what it depends on, most urgent first. */
  dependencies: z.array(liveLineSchema),
  owner: namedRef.nullable(),
  unrouted: z.string().nullable(),
  told: z.array(namedRef),
  toldCount: z.number(),
  last90Days: z.object({
    incidents: z.number(),
    impactMs: z.number(),
    lastAt: maybeAt,
  }),
  mayReport: z.boolean(),
});

/** All that the entity tab needs. */
export const entityHistorySchema = z.object({
  entity: namedRef,
  live: z.array(incidentSchema),
  dependencies: z.array(liveLineSchema),
  /** Newest first; ended and live. */
  items: z.array(incidentSchema),
  nextCursor: z.string().nullable(),
  total: z.number(),
  /** Months of the last year, oldest first: `2026-11` and how many began in it. */
  months: z.array(z.object({ month: z.string(), incidents: z.number() })),
  mayReport: z.boolean(),
});

/** What the dialog offers for an entity before anything is typed. */
export const reportPreviewSchema = z.object({
  entity: namedRef.nullable(),
  owner: namedRef.nullable(),
  toldCount: z.number(),
  /** Whether the asking user's own report needs no triage. */
  ownedByViewer: z.boolean(),
  known: z.array(liveLineSchema),
  suggestion: z.object({
    impact,
    urgency,
    /** Why: facts of the catalog, in the order of their weight. */
    because: z.array(
      z.discriminatedUnion('fact', [
        z.object({ fact: z.literal('tier'), tier: z.string() }),
        z.object({ fact: z.literal('lifecycle'), lifecycle: z.string() }),
        z.object({ fact: z.literal('dependants'), count: z.number() }),
        z.object({ fact: z.literal('unknown-entity') }),
      ]),
    ),
  }),
});

/** An entity that can be picked. */
export const entityOptionSchema = z.object({
  ref,
  title: z.string(),
  kind: z.string(),
  type: z.string().nullable(),
  ownerTitle: z.string().nullable(),
});

export const entityOptionsSchema = z.object({
  items: z.array(entityOptionSchema),
});

/** What is not as it should be by now; see `FindingKind`. */
export const findingKind = z.enum([
  'clock-missing',
  'clock-overdue',
  'state-differs',
  'timeline-broken',
  'nobody-told',
  'alerts-waiting',
  'messages-stuck',
]);

/** How the installation does. */
export const setupSchema = z.object({
  checks: z.object({
    alerts: z.object({
      lastReceivedAt: maybeAt,
      waiting: z.number(),
      oldestWaitingMs: z.number(),
    }),
    delivery: z.object({
      notifications: z.boolean(),
      signals: z.boolean(),
      lastError: z.string().nullable(),
    }),
    lastResortGroup: namedRef.nullable(),
    catalog: z.object({ refreshedAt: maybeAt, error: z.string().nullable() }),
    database: z.object({ client: z.string(), durable: z.boolean() }),
    /** When the watchdog looked last, and how much it found. */
    watchdog: z.object({
      lookedAt: maybeAt,
      findings: z.number(),
      since: maybeAt,
    }),
  }),
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      lastReceivedAt: maybeAt,
      today: z.number(),
      keptAside: z.number(),
    }),
  ),
  keptAside: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      receivedAt: at,
      reason: z.string(),
      excerpt: z.string(),
    }),
  ),
  unmatched: z.array(
    z.object({
      labels: z.record(z.string()),
      alerts: z.number(),
      lastAt: at,
      reason: z.enum(['none', 'several']),
      candidates: z.array(candidateSchema),
    }),
  ),
  withoutOwner: z.object({
    total: z.number(),
    items: z.array(
      z.object({
        entity: namedRef,
        why: z.enum(['no-owner', 'owner-not-in-catalog', 'owner-empty']),
        ownerRef: ref.nullable(),
        goesTo: namedRef.nullable(),
      }),
    ),
  }),
  notSent: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['page', 'news', 'event']),
      /** Null where it is private, and not for whoever asks to know of. */
      incident: z.object({ id: z.string(), number: z.string() }).nullable(),
      recipient: namedRef.nullable(),
      channel: z.string(),
      error: z.string(),
      attempts: z.number(),
      gaveUpAt: at,
    }),
  ),
  /** What should have happened by now, the longest overdue first; some of it where it is much. */
  findings: z.array(
    z.object({
      kind: findingKind,
      incident: z.object({ id: z.string(), number: z.string() }).nullable(),
      since: at,
      detail: z.string(),
    }),
  ),
  intakeUrl: z.string(),
  mayManage: z.boolean(),
});

/** An integration key, as it is listed; the key itself is shown once and kept nowhere. */
export const integrationKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  source: z.object({ id: z.string(), title: z.string() }),
  /** The group or the entity that its alerts are for. */
  for: namedRef,
  createdAt: at,
  createdBy: namedRef,
  lastUsedAt: maybeAt,
  revoked: z.object({ at, by: namedRef }).nullable(),
});

export const integrationKeysSchema = z.object({
  /** Newest first: those that the asking person may revoke. */
  items: z.array(integrationKeySchema),
  nextCursor: z.string().nullable(),
  /** What keys can be made for. */
  sources: z.array(z.object({ id: z.string(), title: z.string() })),
  /** The groups that the asking person speaks for. */
  groups: z.array(namedRef),
  /** Whether the asking person may make them for any group and entity. */
  mayManageAll: z.boolean(),
  /** Senders post to `{intakeUrl}/{source}`. */
  intakeUrl: z.string(),
});

export const createdKeySchema = z.object({
  key: integrationKeySchema,
  /** The key itself. Nobody can read it ever again. */
  secret: z.string(),
});

/** What became of a message of a sender. */
export const intakeDeliverySchema = z.object({
  deliveryId: z.string(),
  status: z.enum(['pending', 'processed', 'failed']),
  receivedAt: at,
  error: z.string().nullable(),
  alerts: z.array(
    z.object({
      title: z.string(),
      disposition: z.enum(['incident', 'quiet', 'record', 'kept-aside']),
      reason: z.string(),
      incidentNumber: z.string().nullable(),
      entityRef: ref.nullable(),
      ownerRef: ref.nullable(),
    }),
  ),
});

export const intakeReceiptSchema = z.object({ deliveryId: z.string() });

export type NamedRef = z.infer<typeof namedRef>;
export type IncidentUpdate = z.infer<typeof updateSchema>;
export type Incident = z.infer<typeof incidentSchema>;
export type IncidentDetail = z.infer<typeof incidentDetailSchema>;
export type IncidentPage = z.infer<typeof incidentPageSchema>;
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export type Timeline = z.infer<typeof timelineSchema>;
export type CommandOutcome = z.infer<typeof commandOutcomeSchema>;
export type InboxView = z.infer<typeof inboxView>;
export type InboxItem = z.infer<typeof inboxItemSchema>;
export type InboxReason = z.infer<typeof inboxReasonSchema>;
export type Inbox = z.infer<typeof inboxSchema>;
export type LiveLine = z.infer<typeof liveLineSchema>;
export type EntityCard = z.infer<typeof entityCardSchema>;
export type EntityHistory = z.infer<typeof entityHistorySchema>;
export type ReportPreview = z.infer<typeof reportPreviewSchema>;
export type EntityOption = z.infer<typeof entityOptionSchema>;
export type EntityCandidate = z.infer<typeof candidateSchema>;
export type Setup = z.infer<typeof setupSchema>;
export type IntegrationKey = z.infer<typeof integrationKeySchema>;
export type IntegrationKeys = z.infer<typeof integrationKeysSchema>;
export type CreatedKey = z.infer<typeof createdKeySchema>;
export type IntakeDelivery = z.infer<typeof intakeDeliverySchema>;

/** What one verdict did to each of several incidents. */
export const bulkOutcomeSchema = z.object({
  outcomes: z.array(
    z.object({
      id: z.string(),
      number: z.string().nullable(),
      changed: z.boolean(),
      error: z
        .object({ message: z.string(), field: z.string().nullable() })
        .nullable(),
    }),
  ),
});

export type BulkOutcome = z.infer<typeof bulkOutcomeSchema>;
