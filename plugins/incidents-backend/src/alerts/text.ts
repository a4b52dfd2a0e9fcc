const CUT = '…';

/** One line without control characters, cut visibly to `max` UTF-16 units. */
export function lineOf(text: string, max: number): string {
  return shortened(withoutControls(text).replace(/\s+/g, ' ').trim(), max);
}

/** Text of several lines, cut visibly to `max` UTF-16 units. */
export function textOf(text: string, max: number): string {
  return shortened(withoutControls(text).trim(), max);
}

/** PostgreSQL keeps no NUL, and nobody reads the rest. Line breaks and tabs stay. */
function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

function shortened(text: string, max: number): string {
  return text.length <= max
    ? text
    : text
        .slice(0, max - CUT.length)
        // A character outside the basic plane is two units; half of one is none.
        .replace(/[\ud800-\udbff]$/, '') + CUT;
}
