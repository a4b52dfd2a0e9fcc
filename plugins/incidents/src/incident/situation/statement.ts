import { plainText } from './plainText';

/** What somebody said: its first sentence, and what else they said. */
export interface Statement {
  headline: string;
  rest?: string;
}

const SENTENCE_END = /[.!?…](?=\s+\S)/g;

/** An abbreviation such as "e.g." or "approx." and the number of a list end no sentence. */
const NO_SENTENCE_END =
  /(?:^|\s)(?:\p{L}\.\p{L}|\p{L}|\d+|approx|ca|bzw|etc|vs|min|max|no|nr|st)$/iu;

/** Splits a Markdown text after its first sentence or line. */
export function statementOf(markdown: string): Statement {
  const text = plainText(markdown);
  const lineEnd = text.indexOf('\n');
  const firstLine = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const end = sentenceEnd(firstLine);
  const headline = withoutFullStop(firstLine.slice(0, end).trim());
  const rest = text
    .slice(end)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return rest ? { headline, rest } : { headline };
}

function sentenceEnd(line: string): number {
  for (const match of line.matchAll(SENTENCE_END)) {
    const index = match.index ?? 0;
    if (!NO_SENTENCE_END.test(line.slice(0, index))) {
      return index + 1;
    }
  }
  return line.length;
}

/** A headline needs no full stop; a question mark says something. */
function withoutFullStop(sentence: string): string {
  return sentence.replace(/(?<![.…])\.$/, '');
}
