import { z } from 'zod/v3';
import { at, maybeAt, namedRef } from './values';

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
  /** What keys can be made for, and where its senders post to. */
  sources: z.array(
    z.object({ id: z.string(), title: z.string(), url: z.string() }),
  ),
  /** The groups that the asking person speaks for. */
  groups: z.array(namedRef),
  /** Whether the asking person may make them for any group and entity. */
  mayManageAll: z.boolean(),
});

export const createdKeySchema = z.object({
  key: integrationKeySchema,
  /** The key itself. Nobody can read it ever again. */
  secret: z.string(),
});

export type IntegrationKey = z.infer<typeof integrationKeySchema>;
export type IntegrationKeys = z.infer<typeof integrationKeysSchema>;
export type CreatedKey = z.infer<typeof createdKeySchema>;
