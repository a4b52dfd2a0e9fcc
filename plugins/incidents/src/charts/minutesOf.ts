/** Milliseconds as minutes with at most one decimal, for a file. */
export function minutesOf(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds / 6_000) / 10;
}
