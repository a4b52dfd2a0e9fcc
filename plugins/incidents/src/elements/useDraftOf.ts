import { useMemo } from 'react';
import { useDraft } from './useDraft';

/**
 * What somebody is filling in, field by field, kept in this tab under `key` until
 * it is forgotten: neither a failed request nor a closed dialog loses it.
 *
 * @param untouched - what stands in the fields that nobody has touched
 */
export function useDraftOf<Fields extends object>(
  key: string,
  untouched: Fields,
) {
  const [kept, keep] = useDraft(key);
  const touched = useMemo(() => restored<Fields>(kept), [kept]);
  return {
    draft: { ...untouched, ...touched },
    change: (changes: Partial<Fields>) =>
      keep(JSON.stringify({ ...touched, ...changes })),
    forget: () => keep(''),
  };
}

function restored<Fields>(kept: string): Partial<Fields> {
  return kept ? JSON.parse(kept) : {};
}
