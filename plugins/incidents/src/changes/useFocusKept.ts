import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus in a list of changes when the button that had it goes: on the row
 * of a change, or on the list where that row is out of sight. Who leaves the button
 * before it goes is left alone.
 *
 * @returns what the list takes, and what says at which change the focus is to go on
 */
export function useFocusKept(): [
  { ref: RefObject<HTMLUListElement>; onBlur: () => void },
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
    next.current = undefined;
    (row ?? list.current!).focus();
  });
  return [
    // Not called where React takes the focused button away.
    { ref: list, onBlur: () => (next.current = undefined) },
    changeId => (next.current = changeId),
  ];
}

function isFocusLost(): boolean {
  return document.activeElement === document.body;
}
