import { z } from 'zod/v3';

/** Longest text a person may type into a single-line field, in UTF-16 units. */
export const TITLE_MAX = 200;

/** Longest free text (an update, a note, a reason), in UTF-16 units. */
export const TEXT_MAX = 10_000;

const MUST_SAY = 'must say something';

/** Without line breaks and other control characters. */
const ONE_LINE = [/^\P{Cc}*$/u, 'must be one line'] as const;

/** PostgreSQL keeps none. */
const WITHOUT_NUL = [/^[^\0]*$/, 'must not contain NUL characters'] as const;

/** A single line that must say something. */
export const line = z
  .string()
  .trim()
  .min(1, MUST_SAY)
  .max(TITLE_MAX)
  .regex(...ONE_LINE);

/** Free text that must say something. */
export const text = z
  .string()
  .trim()
  .min(1, MUST_SAY)
  .max(TEXT_MAX)
  .regex(...WITHOUT_NUL);

/** Free text as it was typed, which may say nothing. */
export const freeText = (max: number) =>
  z
    .string()
    .max(max)
    .regex(...WITHOUT_NUL);

/** What is looked for in a list. */
export const searchText = z
  .string()
  .trim()
  .max(TITLE_MAX)
  .regex(...ONE_LINE);

/** An identifier that a client chose or was given. */
export const identifier = (max: number) =>
  z
    .string()
    .min(1, MUST_SAY)
    .max(max)
    .regex(...ONE_LINE);

/** From here on instants have more digits, and do not sort as text any more. */
const YEAR_10000 = Date.UTC(10_000, 0);

const AN_INSTANT =
  'must be an instant from 1970 on with its zone, such as 2026-11-21T10:00:00Z';

/** An instant: ISO 8601 with a zone, normalised to UTC with milliseconds. */
export const instant = z
  .string()
  .datetime({ offset: true, message: AN_INSTANT })
  .transform((value, context) => {
    const time = Date.parse(value);
    if (time >= 0 && time < YEAR_10000) {
      return new Date(time).toISOString();
    }
    context.addIssue({ code: 'custom', message: AN_INSTANT });
    return z.NEVER;
  });

const A_DAY = 'must be a day before the year 9999, such as 2026-12-01';

/** A calendar day; it ends in a year of four digits in every zone. */
export const day = z
  .string()
  .date(A_DAY)
  .refine(value => value < '9999', A_DAY);

const AN_ADDRESS = 'must be an address such as https://ci.example.com/1';

/** An address that a browser may open, as browsers write it; nothing that runs. */
export const webAddress = z
  .string()
  .trim()
  .max(2_000)
  .transform((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url && ['http:', 'https:'].includes(url.protocol)) {
      return url.href;
    }
    context.addIssue({ code: 'custom', message: AN_ADDRESS });
    return z.NEVER;
  });

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

/** What kind of change was made to what runs. */
export const changeKind = z.enum(['deployment', 'configuration']);

/** How the making of a change ended. */
export const changeOutcome = z.enum(['succeeded', 'failed', 'cancelled']);

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

/** Where a review stands. The one vocabulary for it: in code, API and on screen. */
export const reviewStatus = z.enum([
  'not-needed',
  'needed',
  'draft',
  'in-review',
  'approved',
  'waived',
]);

/** What a contributing factor is about, such as `capacity`; organisations have their own. */
export const factorTag = z
  .string()
  .max(40)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'must be words in lower case joined by hyphens, such as missing-alert',
  );

/** Where an action item stands. */
export const actionStatus = z.enum([
  'proposed',
  'accepted',
  'in-progress',
  'done',
  'verified',
  'wont-do',
]);

/** What an action item is to achieve. */
export const actionType = z.enum([
  'prevent',
  'detect',
  'mitigate',
  'respond-better',
  'investigate',
]);
