import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  COMMANDS,
  type BulkOutcome,
  type Incident,
  type UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { useCallback } from 'react';
import { reasonOf } from '../api/errors';
import { useBulkCommand, useSendCommand } from '../api/mutations';
import { incidentsTranslationRef } from '../translations/incidents';
import { UndoButton } from './UndoButton';

const TOAST_MS = 8_000;

/** One command for one or several incidents. */
export interface Performance {
  incidents: readonly Incident[];
  command: UserCommand;
  expectedVersion?: number;
}

/** Sends a command, says that it was done, and offers to take it back where that can be. Rejects as the API does. */
export function usePerform() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const toasts = useApi(toastApiRef);
  const { send } = useSendCommand();
  const { sendToAll } = useBulkCommand();

  const sayRefused = useCallback(
    (error: unknown) =>
      toasts.post({
        title: t('commands.refused'),
        description: reasonOf(error),
        status: 'danger',
        timeout: TOAST_MS,
      }),
    [toasts, t],
  );

  const undo = useCallback(
    async (incidents: readonly Incident[]) => {
      const command = { type: 'undo' } as const;
      try {
        await (incidents.length === 1
          ? send({ incident: incidents[0], command })
          : sendToAll(
              incidents.map(i => i.id),
              command,
            ));
      } catch (error) {
        sayRefused(error);
      }
    },
    [send, sendToAll, sayRefused],
  );

  const sayDone = useCallback(
    (incidents: readonly Incident[], command: UserCommand) => {
      const done =
        incidents.length === 1
          ? t(`commands.done_${command.type}`, {
              number: incidents[0].number,
            })
          : t('commands.doneSeveral', { count: incidents.length });
      const toast = toasts.post({
        title: done,
        description: COMMANDS[command.type].undoable && (
          <UndoButton
            label={t('commands.undo')}
            onUndo={() => {
              toast.close();
              undo(incidents);
            }}
          />
        ),
        status: 'success',
        timeout: TOAST_MS,
      });
    },
    [t, toasts, undo],
  );

  const perform = useCallback(
    async ({ incidents, command, expectedVersion }: Performance) => {
      if (incidents.length === 1) {
        await send({ incident: incidents[0], command, expectedVersion });
        sayDone(incidents, command);
        return;
      }
      const { outcomes } = await sendToAll(
        incidents.map(i => i.id),
        command,
      );
      const refused = outcomes.filter(o => o.error);
      const done = incidents.filter(i => !refused.some(o => o.id === i.id));
      if (done.length > 0) {
        sayDone(done, command);
      }
      if (refused.length > 0) {
        toasts.post({
          title: t('commands.refusedSeveral', { count: refused.length }),
          description: reasons(refused),
          status: 'warning',
        });
      }
    },
    [send, sendToAll, sayDone, toasts, t],
  );

  return { perform, sayRefused };
}

function reasons(refused: BulkOutcome['outcomes']): string {
  return refused
    .map(o => `${o.number ?? o.id}: ${o.error?.message}`)
    .join(' · ');
}
