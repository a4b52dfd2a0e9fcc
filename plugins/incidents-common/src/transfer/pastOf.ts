import type { Past, PastMoment } from '../incidents/past';
import type { Instant } from '../incidents/vocabulary';
import type { ChangesMapping, ImportMapping } from '../schemas/transfer';
import { filled } from './columns';
import { momentsOfRow } from './momentsOfRow';
import { RowMeaning } from './RowMeaning';
import type { ImportProblem, MappedRefs, SourceRow } from './rows';
import { timeReader } from './sourceTime';
import { textOf, titleOf } from './texts';

/** What an incident's rows come to. @public */
export interface Reading {
  /** Missing where it is refused. */
  past?: Past;
  problems: ImportProblem[];
}

/** Reads all rows of one incident, in the order of the file. @public */
export type PastReader = (rows: readonly SourceRow[]) => Reading;

/**
 * How a mapping reads the rows of an incident. What it is called and its stamps are
 * by the last row, as the final word.
 * @public
 */
export function readerOf(mapping: ImportMapping, refs: MappedRefs): PastReader {
  const readTime = timeReader(mapping.times, mapping.zone);
  return rows => {
    const meaning = new RowMeaning({ mapping, refs, readTime });
    const last = rows[rows.length - 1];
    const declaredAt = meaning.requiredTime(last, mapping.declaredAt);
    const { moments, resolvedAt } =
      mapping.rows === 'changes'
        ? {
            moments: momentsOfChanges(rows, mapping, meaning),
            resolvedAt: mapping.resolvedAt
              ? (meaning.time(last, mapping.resolvedAt) ?? null)
              : undefined,
          }
        : momentsOfRow(rows, declaredAt, mapping, meaning);
    const detectedAt = meaning.time(last, mapping.detectedAt);
    const impactStartedAt = meaning.time(last, mapping.impactStartedAt);
    const reporter = meaning.person(last, mapping.reporter);
    const { problems } = meaning;
    if (meaning.isRefused) {
      return { problems };
    }
    const description =
      mapping.description && textOf(filled(mapping.description, last.fields));
    return {
      problems,
      past: {
        origin: { system: mapping.system, id: last.fields[mapping.id] },
        title: titleOf(filled(mapping.title, last.fields)),
        ...(description && { description }),
        ...(reporter && { reporter }),
        declaredAt,
        ...(detectedAt && { detectedAt }),
        ...(impactStartedAt && { impactStartedAt }),
        ...(resolvedAt !== undefined && { resolvedAt }),
        moments,
      },
    };
  };
}

/**
 * The moments of an audit log, in its order. What a row does not know is as in the
 * row before.
 */
function momentsOfChanges(
  rows: readonly SourceRow[],
  mapping: ChangesMapping,
  meaning: RowMeaning,
): PastMoment[] {
  const times = inOrder(
    rows.map(row => meaning.requiredTime(row, mapping.changedAt)),
  );
  let known: SourceRow['fields'] = {};
  return rows.map((row, index) => {
    const note = noteOf(mapping.notes, known, row.fields);
    known = { ...known, ...row.fields };
    const whole = { ...row, fields: known };
    const status = meaning.essential(whole, mapping.status);
    if (!known[mapping.status.column]) {
      meaning.missing(row, mapping.status.column);
    }
    const lead = meaning.person(whole, mapping.lead);
    return {
      at: times[index],
      actor: meaning.actor(row, mapping.changedBy),
      ...(status ?? { status: 'triage' }),
      ...meaning.assessment(whole),
      ...meaning.place(whole),
      ...(lead && { lead }),
      ...(note && { note }),
    };
  });
}

/** What a row says anew of the columns that are kept as notes. */
function noteOf(
  columns: readonly string[],
  before: SourceRow['fields'],
  fields: SourceRow['fields'],
): string {
  return textOf(
    columns
      .filter(column => fields[column] && fields[column] !== before[column])
      .map(column =>
        before[column]
          ? `${column}: ${before[column]} → ${fields[column]}`
          : `${column}: ${fields[column]}`,
      )
      .join('\n'),
  );
}

/** What is timed later than something below it was so by then. */
function inOrder(times: readonly Instant[]): Instant[] {
  const ordered = [...times];
  for (let index = ordered.length - 2; index >= 0; index--) {
    if (ordered[index] > ordered[index + 1]) {
      ordered[index] = ordered[index + 1];
    }
  }
  return ordered;
}
