import { useMemo, useSyncExternalStore } from 'react';

/** `wide`: columns. `narrow`: tabs. `phone`: tabs, and the actions at the lower edge. */
export type Width = 'wide' | 'narrow' | 'phone';

const NARROW = '(max-width: 959px)';
const PHONE = '(max-width: 600px)';

/** How much room the window gives; plenty where it cannot be asked. */
export function useWidth(): Width {
  const [subscribe, read] = useMemo(() => {
    if (typeof window.matchMedia !== 'function') {
      return [() => () => {}, (): Width => 'wide'];
    }
    const queries = [NARROW, PHONE].map(query => window.matchMedia(query));
    const [narrow, phone] = queries;
    return [
      (listener: () => void) => {
        queries.forEach(each => each.addEventListener('change', listener));
        return () =>
          queries.forEach(each => each.removeEventListener('change', listener));
      },
      (): Width => {
        if (phone.matches) {
          return 'phone';
        }
        return narrow.matches ? 'narrow' : 'wide';
      },
    ];
  }, []);
  return useSyncExternalStore(subscribe, read);
}
