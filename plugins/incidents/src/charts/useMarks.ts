import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useState,
} from 'react';
import { nearestInDirection, type Place } from './nearest';

/**
 * The keyboard of a chart's marks: together they are one stop of the Tab key; left
 * and right go through them in order, up and down to the nearest, Home and End to
 * the ends. Each mark is a button, so its name is said and Enter presses it.
 *
 * @param places - where the marks lie, in the order in which one reads them
 * @param first - the index of the one that Tab reaches first
 */
export function useMarks(places: readonly Place[], first = 0) {
  const [visited, setVisited] = useState<number>();
  const [shown, setShown] = useState<{ index: number; mark: Element }>();
  const reachable = Math.min(visited ?? first, places.length - 1);
  return {
    /** The mark that is pointed at or focused, of which more is shown. */
    shown: shown && shown.index < places.length ? shown : undefined,
    groupProps: {
      role: 'group',
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const next = destination(places, reachable, event.key);
        if (event.key === 'Escape') {
          setShown(undefined);
        }
        if (next !== undefined) {
          event.preventDefault();
          event.currentTarget
            .querySelector<HTMLElement>(`[data-mark="${next}"]`)
            ?.focus();
        }
      },
    },
    markProps: (index: number) => ({
      'data-mark': index,
      tabIndex: index === reachable ? 0 : -1,
      onFocus: (event: FocusEvent<HTMLElement>) => {
        setVisited(index);
        setShown({ index, mark: event.currentTarget });
        event.currentTarget.scrollIntoView?.({
          block: 'nearest',
          inline: 'nearest',
        });
      },
      onBlur: () => setShown(undefined),
      onPointerEnter: (event: PointerEvent<HTMLElement>) =>
        event.pointerType === 'mouse' &&
        setShown({ index, mark: event.currentTarget }),
      onPointerLeave: (event: PointerEvent<HTMLElement>) =>
        event.pointerType === 'mouse' && setShown(undefined),
    }),
  };
}

function destination(
  places: readonly Place[],
  from: number,
  key: string,
): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'ArrowRight':
      return Math.min(places.length - 1, from + 1);
    case 'ArrowUp':
      return nearestInDirection(places, from, 'up') ?? from;
    case 'ArrowDown':
      return nearestInDirection(places, from, 'down') ?? from;
    case 'Home':
      return 0;
    case 'End':
      return places.length - 1;
    default:
      return undefined;
  }
}
