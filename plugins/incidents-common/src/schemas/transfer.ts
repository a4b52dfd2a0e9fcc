import { z } from 'zod/v3';
import {
  dismissReason,
  entityRef,
  groupRef,
  holdReason,
  identifier,
  impact,
  line,
  priority,
  status,
  urgency,
  userRef,
} from './primitives';

/** The name of a column, or of a field of each JSON object. */
const column = identifier(200);

/** The values of a column and what each stands for here. */
const lookup = <Meaning extends z.ZodTypeAny>(meaning: Meaning) =>
  z.object({ column, values: z.record(meaning) }).strict();

/** What a state of the source is here: a status alone, or one on hold, or dismissed for a reason. */
const statusMeaning = z.preprocess(
  value => (typeof value === 'string' ? { status: value } : value),
  z
    .object({
      status: status.exclude(['merged']),
      hold: holdReason.optional(),
      dismissedAs: dismissReason.optional(),
    })
    .strict(),
);

const zone = z.string().refine(isZone, {
  message: 'must be the IANA name of a zone, such as Europe/Berlin',
});

/** How times are written: `ISO`, or a pattern such as `DD-MM-YYYY HH:mm`. */
const times = z
  .string()
  .max(40)
  .refine(
    pattern =>
      pattern === 'ISO' ||
      ['YYYY', 'MM', 'DD'].every(part => pattern.split(part).length === 2),
    {
      message:
        'must be ISO, or have YYYY, MM and DD once, such as DD-MM-YYYY HH:mm',
    },
  );

const common = {
  /** What the system is called. With an incident's id there it says which incident that is. */
  system: line.pipe(identifier(100)),
  format: z.enum(['csv', 'jsonl']).default('csv'),
  /** Between the values of a CSV row. */
  delimiter: z.string().length(1).default(','),
  /** Of times that name none. */
  zone: zone.default('UTC'),
  times: times.default('ISO'),
  /** What a value is that says nothing. An empty one always is. */
  unknown: z.array(z.string().max(100)).max(20).default([]),

  id: column,
  /** Text with the names of columns in braces, such as `{category}: {symptom}`. */
  title: z.string().trim().min(1).max(500),
  description: z.string().trim().min(1).max(2_000).optional(),
  declaredAt: column,
  detectedAt: column.optional(),
  impactStartedAt: column.optional(),
  resolvedAt: column.optional(),

  priority: lookup(priority).optional(),
  impact: lookup(impact).optional(),
  urgency: lookup(urgency).optional(),
  owner: lookup(groupRef).optional(),
  /** The first of them that knows an entity decides. */
  entity: z.array(lookup(entityRef)).max(10).default([]),
  reporter: column.optional(),
  lead: column.optional(),
  /** Who the people of the source are here, by their names there. */
  people: z.record(userRef).default({}),
  /** Columns that are kept as notes, where nothing else stands for them. */
  notes: z.array(column).max(50).default([]),
};

const changesMapping = z
  .object({
    /** One row for each change, as an audit log has it. */
    rows: z.literal('changes'),
    ...common,
    /** When a row's change was made. */
    changedAt: column,
    changedBy: column.optional(),
    status: lookup(statusMeaning),
  })
  .strict();

const incidentsMapping = z
  .object({
    /** One row for each incident. */
    rows: z.literal('incidents'),
    ...common,
    acknowledgedAt: column.optional(),
    mitigatedAt: column.optional(),
    closedAt: column.optional(),
    /** The status that it has now; where it is missing, the times say it. */
    status: lookup(statusMeaning).optional(),
  })
  .strict();

/** A mapping file: what the rows of another system mean here. */
export const importMappingSchema = z.discriminatedUnion('rows', [
  changesMapping,
  incidentsMapping,
]);

/** `POST /imports`, as a form. */
export const importFormSchema = z.object({
  /** YAML or JSON; comes before the file. */
  mapping: z.string(),
  /** The content of the file. */
  file: z.string(),
});

/** `GET /incidents/export`: one row or one JSON object for each incident. */
export const exportedFileSchema = z.string();

export type ImportMapping = z.infer<typeof importMappingSchema>;
export type ChangesMapping = z.infer<typeof changesMapping>;
export type IncidentsMapping = z.infer<typeof incidentsMapping>;

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
