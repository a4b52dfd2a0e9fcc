import { diff3Merge } from 'node-diff3';

/**
 * Two texts that both go on from a third, in one: line by line, so that no sentence
 * is made of the halves of two. Undefined where both have changed the same lines, or
 * lines next to each other.
 */
export function mergeTexts(
  base: string,
  mine: string,
  theirs: string,
): string | undefined {
  const regions = diff3Merge(linesOf(mine), linesOf(base), linesOf(theirs));
  const merged: string[] = [];
  for (const { ok } of regions) {
    if (!ok) {
      return undefined;
    }
    merged.push(...ok);
  }
  return merged.join('\n');
}

/** A text that says nothing has no lines, not an empty one. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
