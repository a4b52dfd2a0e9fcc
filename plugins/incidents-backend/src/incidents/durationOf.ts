const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A duration in the words of a notice: `2 h 10 min`. */
export function durationOf(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  const hours = Math.floor(minutes / (HOUR / MINUTE));
  const rest = minutes - hours * (HOUR / MINUTE);
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`]
    .filter(Boolean)
    .join(' ');
}
