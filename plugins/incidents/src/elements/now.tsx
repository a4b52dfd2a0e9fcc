import {
  createContext,
  type PropsWithChildren,
  useContext,
  useState,
  useSyncExternalStore,
} from 'react';

const SECOND_MS = 1_000;
const HALF_MINUTE_MS = 30_000;

/** How often what is shown may change. */
export type Pace = 'second' | 'half-minute';

interface Ticker {
  subscribe(listener: () => void): () => void;
  /** The time of the last tick, in milliseconds since 1970 */
  read(): number;
}

const NowContext = createContext<Record<Pace, Ticker> | undefined>(undefined);

/** One ticking time for everything inside it, so that all clocks turn together. */
export const NowProvider = (props: PropsWithChildren<{}>) => {
  const [tickers] = useState(() => ({
    second: createTicker(SECOND_MS),
    'half-minute': createTicker(HALF_MINUTE_MS),
  }));
  return (
    <NowContext.Provider value={tickers}>{props.children}</NowContext.Provider>
  );
};

/** The time now, in milliseconds since 1970, renewed at the given pace. */
export function useNow(pace: Pace = 'half-minute'): number {
  const tickers = useContext(NowContext);
  if (!tickers) {
    throw new Error('useNow needs an IncidentsSurface around it');
  }
  const { subscribe, read } = tickers[pace];
  return useSyncExternalStore(subscribe, read);
}

function createTicker(everyMs: number): Ticker {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = Date.now();
    listeners.forEach(listener => listener());
  };
  return {
    read: () => now,
    subscribe: listener => {
      listeners.add(listener);
      if (!timer) {
        now = Date.now();
        timer = setInterval(tick, everyMs);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
  };
}
