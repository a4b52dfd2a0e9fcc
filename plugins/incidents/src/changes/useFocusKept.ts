import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus in a list of changes when the button that had it goes: on the row
 * of a change, or on the list where that row is out of sight.
 *
 * @returns a ref of the list, and what says at which change the focus is to go on
 */
export function useFocusKept(): [
  RefObject<HTMLUListElement>,
  (changeId: string) => void,
] {
  const list = useRef<HTMLUListElement>(null);
  const next = useRef<string>();
  useLayoutEffect(() => {
    if (next.current === undefined || !isFocusLost()) {
      return;
    }
    const rows = [...list.current!.querySelectorAll('li')];
    const row = rows.find(({ dataset }) => dataset.change === next.current);
    (row ?? list.current!).focus();
    next.current = undefined;
  });
  return [list, changeId => (next.current = changeId)];
}

function isFocusLost(): boolean {
  return document.activeElement === document.body;
}
