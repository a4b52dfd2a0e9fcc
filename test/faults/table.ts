import type { Outcome } from './Scenario';

const COLUMNS = ['sent', 'kept', 'lost', 'doubled'] as const;

/** An outcome as people read it. */
export function tableOf({
  counts,
  takeOvers = [],
  takeOverWithin,
  notes,
}: Outcome): string {
  const bound = takeOverWithin ? ` (at most ${takeOverWithin})` : '';
  return [
    line('', COLUMNS),
    ...counts.map(count =>
      line(
        count.what,
        COLUMNS.map(column => String(count[column])),
      ),
    ),
    ...(takeOvers.length > 0
      ? [`  take-over in ms: ${takeOvers.join(', ')}${bound}`]
      : []),
    ...notes.map(note => `  ${note}`),
  ].join('\n');
}

function line(what: string, cells: readonly string[]): string {
  return `  ${what.padEnd(14)}${cells.map(cell => cell.padStart(9)).join('')}`;
}
