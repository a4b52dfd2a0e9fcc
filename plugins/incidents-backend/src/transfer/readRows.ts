import { InputError } from '@backstage/errors';
import type { ImportMapping } from '@linchpin/backstage-plugin-incidents-common';
import {
  columnsOf,
  type SourceRow,
} from '@linchpin/backstage-plugin-incidents-common/transfer';
import { CsvError, parse, type CsvErrorCode } from 'csv-parse';
import { pipeline, type Readable } from 'node:stream';

/** The longest row, in bytes. */
const LONGEST_ROW = 1024 * 1024;

/** A row, and the incident in the source that it is of. */
export interface ReadRow {
  sourceId: string;
  row: SourceRow;
}

/**
 * The rows of a file as they come in, with the columns that the mapping names and
 * without what says nothing.
 *
 * @throws InputError naming the line, where the file is not what the mapping says
 */
export async function* readRows(
  file: Readable,
  mapping: ImportMapping,
): AsyncGenerator<ReadRow> {
  const columns = columnsOf(mapping);
  const unknown = new Set(['', ...mapping.unknown]);
  const rows =
    mapping.format === 'csv'
      ? csvRows(file, mapping.delimiter, columns)
      : jsonRows(file);
  for await (const { line, values } of rows) {
    const fields: Record<string, string> = {};
    for (const column of columns) {
      const value = textOf(values[column], column, line);
      if (!unknown.has(value)) {
        fields[column] = value;
      }
    }
    yield { sourceId: idOf(fields, mapping.id, line), row: { line, fields } };
  }
}

interface RawRow {
  line: number;
  values: Readonly<Record<string, unknown>>;
}

async function* csvRows(
  file: Readable,
  delimiter: string,
  columns: readonly string[],
): AsyncGenerator<RawRow> {
  const parser = parse({
    bom: true,
    columns: (header: string[]) => {
      const missing = columns.find(column => !header.includes(column));
      if (missing !== undefined) {
        throw new InputError(`file: has no column '${missing}'`);
      }
      return header;
    },
    delimiter,
    info: true,
    max_record_size: LONGEST_ROW,
    skip_empty_lines: true,
    trim: true,
  });
  pipeline(file, parser, () => {});
  try {
    for await (const { record, info } of parser) {
      yield { line: info.lines, values: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? problemOf(error) : error;
  }
}

function problemOf({ code, message, lines }: CsvError & { lines?: number }) {
  const what = SAID[code] ?? message;
  return new InputError(`file: line ${lines}: ${what}`);
}

/** In words of ours where the library speaks of its own options. */
const SAID: Partial<Record<CsvErrorCode, string>> = {
  CSV_MAX_RECORD_SIZE: `is longer than ${LONGEST_ROW} bytes`,
  CSV_QUOTE_NOT_CLOSED: 'a quote is not closed',
};

async function* jsonRows(file: Readable): AsyncGenerator<RawRow> {
  for await (const { line, text } of linesOf(file)) {
    // A byte order mark may stand before the first.
    const object = text.replace(/^\uFEFF/, '').trim();
    if (object !== '') {
      yield { line, values: objectOf(object, line) };
    }
  }
}

function objectOf(text: string, line: number): RawRow['values'] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`file: line ${line}: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`file: line ${line}: is no JSON object`);
  }
  return value as RawRow['values'];
}

async function* linesOf(
  file: Readable,
): AsyncGenerator<{ line: number; text: string }> {
  let line = 0;
  let rest = '';
  file.setEncoding('utf8');
  for await (const chunk of file) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const text of lines) {
      line += 1;
      yield { line, text };
    }
    if (rest.length > LONGEST_ROW) {
      throw new InputError(
        `file: line ${line + 1}: is longer than ${LONGEST_ROW} bytes`,
      );
    }
  }
  if (rest !== '') {
    yield { line: line + 1, text: rest };
  }
}

function textOf(value: unknown, column: string, line: number): string {
  switch (typeof value) {
    case 'string':
      // PostgreSQL keeps no NUL.
      return value.replaceAll('\0', '').trim();
    case 'number':
    case 'boolean':
      return String(value);
    default:
      if (value === null || value === undefined) {
        return '';
      }
      throw new InputError(
        `file: line ${line}: ${column}: must be text or a number`,
      );
  }
}

const LONGEST_ID = 200;

function idOf(
  fields: Readonly<Record<string, string>>,
  column: string,
  line: number,
): string {
  const id = fields[column];
  if (!id || id.length > LONGEST_ID) {
    throw new InputError(
      `file: line ${line}: ${column}: ${id ? `is longer than ${LONGEST_ID} characters` : 'is missing'}`,
    );
  }
  return id;
}
