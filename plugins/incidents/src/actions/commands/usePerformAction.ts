import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type {
  Action,
  UserActionCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { useCallback } from 'react';
import { useSendToAction, useSendToActions } from '../../api/actions';
import { reasonOf } from '../../api/errors';
import { incidentsActionsTranslationRef } from '../../translations/actions';

const TOAST_MS = 8_000;

/** Sends a command to one or several action items and says that it was done. Rejects as the API does. */
export function usePerformAction() {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const toasts = useApi(toastApiRef);
  const { send } = useSendToAction();
  const { sendToAll } = useSendToActions();

  const sayRefused = useCallback(
    (error: unknown) =>
      toasts.post({
        title: t('refused'),
        description: reasonOf(error),
        status: 'danger',
        timeout: TOAST_MS,
      }),
    [toasts, t],
  );

  const sayDone = useCallback(
    (title: string) =>
      toasts.post({ title, status: 'success', timeout: TOAST_MS }),
    [toasts],
  );

  const performEach = useCallback(
    async (actions: readonly Action[], command: UserActionCommand) => {
      const { items } = await sendToAll(
        actions.map(({ id }) => id),
        command,
      );
      const refused = items.filter(({ error }) => error !== null);
      if (refused.length < items.length) {
        sayDone(t('doneSeveral', { count: items.length - refused.length }));
      }
      if (refused.length > 0) {
        const numberOf = (id: string) =>
          actions.find(action => action.id === id)?.number ?? id;
        toasts.post({
          title: t('refusedSeveral', { count: refused.length }),
          description: refused
            .map(({ id, error }) => `${numberOf(id)}: ${error}`)
            .join(' · '),
          status: 'warning',
        });
      }
    },
    [sendToAll, sayDone, toasts, t],
  );

  const perform = useCallback(
    async (
      actions: readonly Action[],
      command: UserActionCommand,
      expectedVersion?: number,
    ) => {
      if (actions.length > 1) {
        await performEach(actions, command);
        return;
      }
      const [action] = actions;
      await send(action, command, expectedVersion);
      sayDone(t(`done_${command.type}`, { number: action.number }));
    },
    [performEach, send, sayDone, t],
  );

  return { perform, sayRefused };
}
