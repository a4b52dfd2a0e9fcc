import type { LiveLine } from '@linchpin/backstage-plugin-incidents-common';

/** Shorter words (articles, prepositions) say nothing about what is wrong. */
const WORD_MIN = 4;

/** One shared word as long as this is enough; of shorter ones it takes two. */
const TELLING_WORD_MIN = 8;

/**
 * Known incidents that sound like what is being typed, the most alike first.
 * Words count as the same when one begins with the other, so that "payment"
 * finds "payments".
 */
export function likeThis(
  known: readonly LiveLine[],
  typed: string,
): LiveLine[] {
  const asked = wordsOf(typed);
  return known
    .map(line => ({ line, shared: sharedWords(asked, line) }))
    .filter(({ shared }) => isTelling(shared))
    .sort((a, b) => b.shared.length - a.shared.length)
    .map(({ line }) => line);
}

function sharedWords(asked: string[], { incident }: LiveLine): string[] {
  const told = wordsOf(
    [incident.title, incident.lastUpdate?.impact ?? ''].join(' '),
  );
  return asked.filter(word =>
    told.some(other => word.startsWith(other) || other.startsWith(word)),
  );
}

function isTelling(shared: string[]): boolean {
  return (
    shared.length > 1 || shared.some(word => word.length >= TELLING_WORD_MIN)
  );
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter(word => word.length >= WORD_MIN))];
}
