import { z } from 'zod/v3';

/** Longest text a person may type into a single-line field, in UTF-16 units. */
export const TITLE_MAX = 200;

/** Longest free text (an update, a note, a reason), in UTF-16 units. */
export const TEXT_MAX = 10_000;

/** A single line that must say something. */
export const line = z.string().trim().min(1).max(TITLE_MAX);

/** Free text that must say something. */
export const text = z.string().trim().min(1).max(TEXT_MAX);

/** An instant: ISO 8601 with a zone, normalised to UTC with milliseconds. */
export const instant = z
  .string()
  .datetime({ offset: true })
  .transform(value => new Date(value).toISOString());

/** A complete catalog entity ref, lower case: `kind:namespace/name`. */
export const entityRef = z
  .string()
  .trim()
  .max(300)
  .regex(
    /^[a-z][a-z0-9]*:[a-z0-9][a-z0-9-_.]*\/[a-z0-9A-Z][a-zA-Z0-9-_.]*$/i,
    'must be a complete entity ref such as component:default/payments-api',
  )
  .transform(ref => ref.toLocaleLowerCase('en-US'));

export const groupRef = entityRef.refine(ref => ref.startsWith('group:'), {
  message: 'must be the ref of a group, such as group:default/payments',
});

export const userRef = entityRef.refine(ref => ref.startsWith('user:'), {
  message: 'must be the ref of a user, such as user:default/nadia',
});

export const impact = z.enum(['high', 'medium', 'low']);
export const urgency = z.enum(['high', 'medium', 'low']);
export const priority = z.enum(['P1', 'P2', 'P3', 'P4', 'P5']);

/** What could make the incident worse; any of them raises the priority one step. */
export const risk = z.enum([
  'data-loss',
  'security',
  'safety',
  'regulatory',
  'redundancy-gone',
  'spreading',
]);

export const status = z.enum([
  'triage',
  'investigating',
  'fixing',
  'monitoring',
  'resolved',
  'closed',
  'dismissed',
  'merged',
]);

export const mode = z.enum(['real', 'drill', 'test', 'backfill']);
export const visibility = z.enum(['public', 'private']);

export const affectedLevel = z.enum([
  'root',
  'suspected',
  'confirmed',
  'recovered',
]);

export const holdReason = z.enum([
  'reporter',
  'change',
  'problem',
  'vendor',
  'scheduled',
]);

export const dismissReason = z.enum([
  'false-alarm',
  'expected',
  'duplicate-report',
  'not-reproducible',
  'other',
]);

/** The time stamps of an incident that a person may correct. */
export const stamp = z.enum([
  'impactStartedAt',
  'detectedAt',
  'acknowledgedAt',
  'mitigatedAt',
  'resolvedAt',
]);
