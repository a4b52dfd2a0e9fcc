import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Action,
  UserActionCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { takesBackOfAction } from '@linchpin/backstage-plugin-incidents-common/actions';
import { useCallback } from 'react';
import { useSendToAction, useSendToActions } from '../../api/actions';
import { useSayings } from '../../commands/useSayings';
import { incidentsActionsTranslationRef } from '../../translations/actions';

/**
 * Sends a command to one or several action items, says that it was done, and offers
 * to take it back where that can be. Rejects as the API does.
 */
export function usePerformAction() {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { sayDone, sayRefused, sayRefusedOf } = useSayings();
  const { send } = useSendToAction();
  const { sendToAll } = useSendToActions();

  const performEach = useCallback(
    async (actions: readonly Action[], command: UserActionCommand) => {
      const { items } = await sendToAll(
        actions.map(({ id }) => id),
        command,
      );
      const numberOf = (id: string) =>
        actions.find(action => action.id === id)?.number ?? id;
      const refused = items.flatMap(({ id, error }) =>
        error === null ? [] : [{ name: numberOf(id), reason: error }],
      );
      if (refused.length < items.length) {
        sayDone(t('doneSeveral', { count: items.length - refused.length }));
      }
      sayRefusedOf(refused);
    },
    [sendToAll, sayDone, sayRefusedOf, t],
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
      const back = takesBackOfAction(command, action);
      sayDone(
        t(`done_${command.type}`, { number: action.number }),
        back && (() => send(action, back)),
      );
    },
    [performEach, send, sayDone, t],
  );

  return { perform, sayRefused };
}
