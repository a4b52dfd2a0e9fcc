/** Something on a line that takes up room on it. */
export interface Extent {
  /** Where it begins. */
  from: number;
  to: number;
}

/**
 * How many places up or down each of these moves so that it does not cover another:
 * 0, then 1, -1, 2, -2 and so on. Where there is no room for one more, they overlap.
 *
 * @param extents - in the order in which they begin
 * @param room - the greatest number of places in either direction
 */
export function dodge(extents: readonly Extent[], room: number): number[] {
  const order = Array.from({ length: 2 * room + 1 }, (_, n) =>
    n % 2 ? (n + 1) / 2 : -(n / 2) || 0,
  );
  const takenTo = new Map<number, number>();
  return extents.map(({ from, to }) => {
    const free =
      order.find(row => from >= (takenTo.get(row) ?? -Infinity)) ?? 0;
    takenTo.set(free, to);
    return free;
  });
}
