import { isMet, timesOf, type Demand, type Figure } from './Figure';

/** A figure with the engine that it was measured on. */
export type MeasuredFigure = Figure & { engine?: string };

/** Figures as a Markdown table, its columns as wide as their longest cell. */
export function tableOf(figures: readonly MeasuredFigure[]): string {
  const rows = [
    ['what', 'on', 'measured', 'beside it', 'ratio', 'demanded', ''],
    ...figures.map(cellsOf),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(3, ...rows.map(row => row[column].length)),
  );
  const lines = rows.map(row => lineOf(row, widths));
  const rule = lineOf(
    widths.map(width => '-'.repeat(width)),
    widths,
  );
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  return `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
}

const VERDICTS = { true: 'held', false: 'not held' };

function cellsOf(figure: MeasuredFigure): string[] {
  const { what, engine = '', value, unit, more, beside, demand } = figure;
  const times = timesOf(figure);
  const met = isMet(figure);
  return [
    what,
    engine,
    `${written(value)} ${unit}${more ? ` (${more})` : ''}`,
    beside ? `${beside.what}: ${written(beside.value)}` : '',
    times === undefined ? '' : `× ${times.toFixed(2)}`,
    demand ? demanded(demand) : '',
    met === undefined ? '' : VERDICTS[`${met}`],
  ];
}

function demanded(demand: Demand): string {
  if ('atMost' in demand) {
    return `≤ ${written(demand.atMost)}`;
  }
  if ('atLeast' in demand) {
    return `≥ ${written(demand.atLeast)}`;
  }
  return 'timesAtMost' in demand
    ? `≤ × ${demand.timesAtMost}`
    : `≥ × ${demand.timesAtLeast}`;
}

/** Three digits are more than such measuring is good for. */
export function written(value: number): string {
  const digits = Number.isInteger(value)
    ? 0
    : Math.max(0, 2 - wholeDigits(value));
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Of 9.5 none, of 12 one, of 120 two: those beside the first. */
function wholeDigits(value: number): number {
  return Math.max(0, Math.floor(Math.log10(Math.abs(value))));
}
