import {
  errorApiRef,
  storageApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { useCallback, useEffect, useMemo, useState } from 'react';

const BUCKET = 'incidents';

/**
 * A choice of the user's that outlives the visit, kept by the platform's
 * storage. That may lie on the server: until it has answered, `isKnown` is
 * false and the value is the initial one.
 *
 * @param initial - the same object at each call
 */
export function useStored<T extends JsonValue>(
  key: string,
  initial: T,
): [value: T, set: (value: T) => void, isKnown: boolean] {
  const storage = useApi(storageApiRef);
  const errors = useApi(errorApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [stored, setStored] = useState(() => {
    const { presence, value } = bucket.snapshot<T>(key);
    return { value: value ?? initial, isKnown: presence !== 'unknown' };
  });

  useEffect(() => {
    const subscription = bucket
      .observe$<T>(key)
      .subscribe(({ value }) =>
        setStored({ value: value ?? initial, isKnown: true }),
      );
    return () => subscription.unsubscribe();
  }, [bucket, key, initial]);

  const set = useCallback(
    (value: T) => {
      setStored({ value, isKnown: true });
      bucket.set(key, value).catch(error => errors.post(error));
    },
    [bucket, key, errors],
  );
  return [stored.value, set, stored.isKnown];
}
