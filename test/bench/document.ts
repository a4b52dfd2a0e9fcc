import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { tableOf, type MeasuredFigure } from './table';

/** Written by people, but for the tables between the marks. */
const DOCUMENT = resolve(__dirname, '../../docs/performance.md');

/**
 * Puts a table into its place in the documentation, with where it was measured.
 *
 * @throws where the page has no place for it
 */
export async function keepTable(
  name: string,
  figures: readonly MeasuredFigure[],
  origin: string,
): Promise<void> {
  const [begin, end] = [`<!-- bench: ${name} -->`, `<!-- end: ${name} -->`];
  const page = await readFile(DOCUMENT, 'utf8');
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(
      `docs/performance.md has no place for "${name}": ${begin} and ${end}`,
    );
  }
  await writeFile(
    DOCUMENT,
    `${page.slice(0, from + begin.length)}\n\n${tableOf(figures)}\n\nMeasured on ${origin}.\n\n${page.slice(to)}`,
  );
}
