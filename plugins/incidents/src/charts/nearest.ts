/** Where a mark lies; the unit is that of the chart. */
export interface Place {
  x: number;
  y: number;
}

/** The index of the mark that lies nearest above or below another one; undefined where none does. */
export function nearestInDirection(
  places: readonly Place[],
  from: number,
  direction: 'up' | 'down',
): number | undefined {
  const here = places[from];
  const sign = direction === 'up' ? -1 : 1;
  let nearest: number | undefined;
  let shortest = Infinity;
  places.forEach(({ x, y }, index) => {
    const ahead = sign * (y - here.y);
    const distance = Math.hypot(x - here.x, ahead);
    if (ahead > 0 && distance < shortest) {
      nearest = index;
      shortest = distance;
    }
  });
  return nearest;
}
