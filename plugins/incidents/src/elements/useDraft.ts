import { useCallback, useState } from 'react';

const PREFIX = 'incidents.draft.';

/**
 * Text that somebody is typing. Kept in the session of this tab under `key`, so
 * that neither a reload nor a failed request loses it; empty text is forgotten.
 * Where the browser keeps nothing, it lives as long as the calling part.
 */
export function useDraft(key: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => ({ key, text: read(key) }));
  if (draft.key !== key) {
    setDraft({ key, text: read(key) });
  }
  const set = useCallback(
    (text: string) => {
      write(key, text);
      setDraft({ key, text });
    },
    [key],
  );
  return [draft.text, set];
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string) {
  try {
    if (text) {
      sessionStorage.setItem(PREFIX + key, text);
    } else {
      sessionStorage.removeItem(PREFIX + key);
    }
  } catch {
    // A browser that keeps nothing for this site: the text stays on screen.
  }
}
