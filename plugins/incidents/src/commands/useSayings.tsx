import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { reasonOf } from '../api/errors';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import { UndoButton } from './UndoButton';

const TOAST_MS = 8_000;

/** Says in a toast what became of a command. */
export function useSayings() {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const toasts = useApi(toastApiRef);
  return useMemo(() => {
    const sayRefused = (error: unknown) => {
      toasts.post({
        title: t('refused'),
        description: reasonOf(error),
        status: 'danger',
        timeout: TOAST_MS,
      });
    };
    /** Offers to take it back where that can be. */
    const sayDone = (title: string, takeBack?: () => Promise<unknown>) => {
      const toast = toasts.post({
        title,
        description: takeBack && (
          <UndoButton
            label={t('undo')}
            onUndo={() => {
              toast.close();
              takeBack().catch(sayRefused);
            }}
          />
        ),
        status: 'success',
        timeout: TOAST_MS,
      });
    };
    /** Of several, those that were refused, each with its reason; stays until it is closed. */
    const sayRefusedOf = (
      refused: readonly { name: string; reason: string }[],
    ) => {
      if (refused.length > 0) {
        toasts.post({
          title: t('refusedSeveral', { count: refused.length }),
          description: refused
            .map(({ name, reason }) => `${name}: ${reason}`)
            .join(' · '),
          status: 'warning',
        });
      }
    };
    return { sayDone, sayRefused, sayRefusedOf };
  }, [t, toasts]);
}
