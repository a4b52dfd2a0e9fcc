import type { IncidentExportQuery } from '@linchpin/backstage-plugin-incidents-common';
import {
  EXPORTED_COLUMNS,
  exported,
  type ExportedValue,
} from '@linchpin/backstage-plugin-incidents-common/transfer';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Access } from '../authorization';
import type { IncidentReader } from '../history/IncidentReader';
import type { Scope } from '../history/scope';

const AT_ONCE = 200;

/** A list as a file. */
export interface ExportedFile {
  name: string;
  contentType: string;
  /** Made as it is read. */
  content: Readable;
}

/** Lists of incidents as files, of any length: what a request may list, it may export. */
export class IncidentExport {
  readonly #incidents: IncidentReader;
  readonly #now: NowService;

  constructor(options: { incidents: IncidentReader; now: NowService }) {
    this.#incidents = options.incidents;
    this.#now = options.now;
  }

  /** The incidents of a filtered list in its order. */
  of(
    access: Access,
    { format, ...filters }: IncidentExportQuery,
    scope: Scope,
  ): ExportedFile {
    const now = this.#now.now();
    const rows = Readable.from(this.#rows(access, filters, scope, now));
    const name = `incidents-${now.slice(0, 10)}.${format}`;
    return format === 'csv'
      ? { name, contentType: 'text/csv; charset=utf-8', content: csv(rows) }
      : {
          name,
          contentType: 'application/x-ndjson',
          content: Readable.from(lines(rows)),
        };
  }

  async *#rows(
    access: Access,
    filters: Omit<IncidentExportQuery, 'format'>,
    scope: Scope,
    now: string,
  ): AsyncGenerator<Record<string, ExportedValue>> {
    let cursor: string | undefined;
    do {
      const page = await this.#incidents.list(
        access,
        { ...filters, limit: AT_ONCE, ...(cursor && { cursor }) },
        scope,
      );
      for (const incident of page.items) {
        yield exported(incident, now);
      }
      cursor = page.nextCursor ?? undefined;
      // On SQLite nothing else of this process runs until told so.
      await letOthersRun();
    } while (cursor);
  }
}

/** For spreadsheets too: a title that looks like a formula is text there. */
function csv(rows: Readable): Readable {
  const file = stringify({
    bom: true,
    header: true,
    columns: [...EXPORTED_COLUMNS],
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: String },
  });
  return pipeline(rows, file, () => {});
}

async function* lines(rows: Readable): AsyncGenerator<string> {
  for await (const row of rows) {
    yield `${JSON.stringify(row)}\n`;
  }
}
