import { z } from 'zod/v3';
import {
  entityRef,
  identifier,
  instant,
  mode,
  priority,
  searchText,
  status,
} from './primitives';
import { inboxView } from './answers';
import { many, toggle } from './lists';

const incidentNumber = z
  .string()
  .regex(/^INC-[1-9]\d{0,8}$/, 'must be a number such as INC-12');
const limit = z.coerce.number().int().min(1).max(200).default(50);
const cursor = identifier(500).optional();
const q = searchText.optional();

/** Whose an incident is, where what a group owns has changed since. */
const ownership = z.enum(['at-the-time', 'now']).default('at-the-time');

/** `GET /incidents` */
export const incidentQuerySchema = z.object({
  status: many(status),
  /** Shorthand for the statuses of a response under way. */
  live: toggle.optional(),
  priority: many(priority),
  owner: many(entityRef),
  entity: many(entityRef),
  mode: many(mode),
  /** These and no others: `INC-12`. */
  number: many(incidentNumber, 200),
  /** Whose history: an entity with all its parts, or what a group is accountable for. */
  scope: entityRef.optional(),
  ownership,
  /** What somebody linked as the cause. */
  cause: z.enum(['change', 'deployment', 'configuration']).optional(),
  /** Incidents that the asking user leads, reported or follows. */
  mine: z.enum(['lead', 'reported', 'following']).optional(),
  q,
  from: instant.optional(),
  to: instant.optional(),
  sort: z.enum(['urgency', 'newest', 'oldest']).default('newest'),
  limit,
  cursor,
});

/** `GET /incidents/export`: the same list, whole. */
export const incidentExportQuerySchema = incidentQuerySchema
  .omit({ limit: true, cursor: true })
  .extend({ format: z.enum(['csv', 'jsonl']) });

/** `GET /inbox` */
export const inboxQuerySchema = z.object({
  view: inboxView.default('teams'),
  q,
  priority: many(priority),
  limit,
  cursor,
});

/** `GET /incidents/{id}/timeline` */
export const timelineQuerySchema = z.object({
  order: z.enum(['newest', 'oldest']).default('newest'),
  limit: z.coerce.number().int().min(1).max(500).default(200),
  cursor,
});

/** `GET /entities/{kind}/{namespace}/{name}/history` */
export const historyQuerySchema = z.object({
  priority: many(priority),
  from: instant.optional(),
  to: instant.optional(),
  /** Drills and tests are left out unless asked for. */
  drills: toggle.default('false'),
  /** What was imported is in, unless asked not to be. */
  imported: toggle.default('true'),
  ownership,
  limit,
  cursor,
});

/** `GET /insights` */
export const insightsQuerySchema = z.object({
  from: instant.optional(),
  to: instant.optional(),
  /** Groups that are accountable, or those below them. */
  owner: many(entityRef),
  /** Also a domain, or any one entity. */
  system: entityRef.optional(),
  drills: toggle.default('false'),
  imported: toggle.default('true'),
});

/** `GET /facts` */
export const factsQuerySchema = z.object({ entity: many(entityRef) });

/** `GET /reports/preview` */
export const reportPreviewQuerySchema = z.object({
  entity: entityRef.optional(),
});

/** `GET /options/entities` and `GET /options/groups` */
export const optionsQuerySchema = z.object({
  q: searchText.default(''),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

/** `GET /search-documents/incidents` and `GET /search-documents/reviews` */
export const searchDocumentsQuerySchema = z.object({ limit, cursor });

/** `GET /keys` */
export const keysQuerySchema = z.object({ limit, cursor });

export type KeysQuery = z.infer<typeof keysQuerySchema>;
export type IncidentQuery = z.infer<typeof incidentQuerySchema>;
export type IncidentExportQuery = z.infer<typeof incidentExportQuerySchema>;
export type InboxQuery = z.infer<typeof inboxQuerySchema>;
export type TimelineQuery = z.infer<typeof timelineQuerySchema>;
export type HistoryQuery = z.infer<typeof historyQuerySchema>;
export type InsightsQuery = z.infer<typeof insightsQuerySchema>;
export type OptionsQuery = z.infer<typeof optionsQuerySchema>;
export type SearchDocumentsQuery = z.infer<typeof searchDocumentsQuerySchema>;
