import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 600px)';

/** Whether the screen is a phone's. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void) {
  const query = window.matchMedia?.(NARROW);
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}

function read(): boolean {
  return window.matchMedia?.(NARROW).matches ?? false;
}
