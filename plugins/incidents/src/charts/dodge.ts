/**
 * How many places up or down each dot moves so that it does not cover another: 0,
 * then 1, -1, 2, -2 and so on. Where there is no room for one more, dots overlap.
 *
 * @param places - where the dots lie, in order
 * @param size - of a dot, in the same unit
 * @param room - the greatest number of places in either direction
 */
export function dodge(
  places: readonly number[],
  size: number,
  room: number,
): number[] {
  const order = Array.from({ length: 2 * room + 1 }, (_, n) =>
    n % 2 ? (n + 1) / 2 : -(n / 2) || 0,
  );
  const taken = new Map<number, number>();
  return places.map(place => {
    const free =
      order.find(row => place - (taken.get(row) ?? -Infinity) >= size) ?? 0;
    taken.set(free, place);
    return free;
  });
}
