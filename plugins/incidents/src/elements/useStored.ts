import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { useCallback, useMemo, useSyncExternalStore } from 'react';

const BUCKET = 'incidents';

/** A choice of the user's that outlives the visit, kept by the platform's storage. */
export function useStored<T extends JsonValue>(
  key: string,
  initial: T,
): [T, (value: T) => void] {
  const api = useApi(storageApiRef);
  const bucket = useMemo(() => api.forBucket(BUCKET), [api]);
  const subscribe = useCallback(
    (listener: () => void) => {
      const subscription = bucket.observe$(key).subscribe(listener);
      return () => subscription.unsubscribe();
    },
    [bucket, key],
  );
  const text = useSyncExternalStore(subscribe, () =>
    JSON.stringify(bucket.snapshot<T>(key).value ?? initial),
  );
  const value = useMemo(() => JSON.parse(text) as T, [text]);
  const set = useCallback(
    (next: T) => {
      bucket.set(key, next);
    },
    [bucket, key],
  );
  return [value, set];
}
