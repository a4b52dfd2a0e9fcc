import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from './keys';

const CHANNEL = 'incidents';

/**
 * Fetches again what is on screen whenever the backend says that something
 * changed. Subscribes by itself, since `useSignal` keeps the last of several
 * messages only. In a portal without signals the slow poll remains.
 */
export function useLiveIncidents() {
  const signals = useApiHolder().get(signalApiRef);
  const client = useQueryClient();
  useEffect(() => {
    const subscription = signals?.subscribe(CHANNEL, () => {
      client.invalidateQueries(
        { queryKey: keys.all },
        { cancelRefetch: false },
      );
    });
    return () => subscription?.unsubscribe();
  }, [signals, client]);
}
