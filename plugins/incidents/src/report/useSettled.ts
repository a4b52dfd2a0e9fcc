import { useEffect, useState } from 'react';

const PAUSE_MS = 150;

/** What is typed, once the typing pauses: not each letter is a question to the server. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const pause = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  return settled;
}
