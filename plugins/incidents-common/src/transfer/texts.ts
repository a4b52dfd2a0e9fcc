import { TEXT_MAX, TITLE_MAX } from '../schemas/primitives';

/** One line, no longer than a title may be. */
export function titleOf(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, TITLE_MAX);
}

/** No longer than a text may be. */
export function textOf(text: string): string {
  return text.trim().slice(0, TEXT_MAX);
}
