import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 250;

/** What is being typed, handed on when the typing pauses. */
export function useTypedFilter(
  value: string,
  onSettled: (value: string) => void,
): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const latest = useRef(onSettled);
  latest.current = onSettled;
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return [typed, setTyped];
}
