import type { Column } from './column';

/** By which spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet may take for the begin of a formula, in full width too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * The rows as CSV with a line of names, as an export of incidents is written. Text
 * that a spreadsheet would take for a formula is led by an apostrophe.
 * Source: RFC 4180; OWASP, "CSV Injection".
 */
export function csvOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map(row => columns.map(({ value }) => value(row))),
  ].map(cells => `${cells.map(fieldOf).join(',')}\r\n`);
  return BYTE_ORDER_MARK + lines.join('');
}

function fieldOf(cell: string | number | null): string {
  if (typeof cell !== 'string') {
    return String(cell ?? '');
  }
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
