import type { Column } from './column';

/**
 * The rows as CSV with a line of names. Text that a spreadsheet would take for a
 * formula is led by an apostrophe.
 * Source: RFC 4180; OWASP, "CSV Injection".
 */
export function csvOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string {
  return [
    columns.map(({ name }) => name),
    ...rows.map(row => columns.map(({ value }) => value(row))),
  ]
    .map(cells => `${cells.map(fieldOf).join(',')}\r\n`)
    .join('');
}

function fieldOf(cell: string | number | null): string {
  if (typeof cell !== 'string') {
    return String(cell ?? '');
  }
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
