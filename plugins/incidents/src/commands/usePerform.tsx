import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  COMMANDS,
  takesBack,
  type BulkOutcome,
  type CommandOutcome,
  type Incident,
  type UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { useCallback } from 'react';
import { reasonOf } from '../api/errors';
import { useBulkCommand, useSendCommand } from '../api/mutations';
import { incidentsCommandsTranslationRef } from '../translations/commands';
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
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const toasts = useApi(toastApiRef);
  const { send } = useSendCommand();
  const { sendToAll } = useBulkCommand();

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
    (title: string, takeBack?: () => Promise<unknown>) => {
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
    },
    [t, toasts, sayRefused],
  );

  const performOne = useCallback(
    async (
      incident: Incident,
      command: UserCommand,
      expectedVersion?: number,
    ) => {
      const outcome = await send({ incident, command, expectedVersion });
      const back = wayBack(incident, command, outcome);
      sayDone(
        t(`done_${command.type}`, { number: incident.number }),
        back && (() => send(back)),
      );
    },
    [send, sayDone, t],
  );

  const performEach = useCallback(
    async (incidents: readonly Incident[], command: UserCommand) => {
      const { outcomes } = await sendToAll(
        incidents.map(i => i.id),
        command,
      );
      const refused = outcomes.filter(o => o.error);
      const done = incidents
        .map(i => i.id)
        .filter(id => !refused.some(o => o.id === id));
      if (done.length > 0) {
        sayDone(
          t('doneSeveral', { count: done.length }),
          COMMANDS[command.type].undoable &&
            (() => sendToAll(done, { type: 'undo' })),
        );
      }
      if (refused.length > 0) {
        toasts.post({
          title: t('refusedSeveral', { count: refused.length }),
          description: reasons(refused),
          status: 'warning',
        });
      }
    },
    [sendToAll, sayDone, toasts, t],
  );

  const perform = useCallback(
    ({ incidents, command, expectedVersion }: Performance) =>
      incidents.length === 1
        ? performOne(incidents[0], command, expectedVersion)
        : performEach(incidents, command),
    [performOne, performEach],
  );

  return { perform, sayRefused };
}

function reasons(refused: BulkOutcome['outcomes']): string {
  return refused
    .map(o => `${o.number ?? o.id}: ${o.error?.message}`)
    .join(' · ');
}

/** What to send to which incident so that it is as before, where that can be. */
function wayBack(
  before: Incident,
  command: UserCommand,
  { changed, opened }: CommandOutcome,
) {
  if (!changed) {
    return undefined;
  }
  if (opened) {
    const merge: UserCommand = { type: 'merge', into: before.id };
    return { incident: opened, command: merge };
  }
  const back = takesBack(command, before);
  return back && { incident: before, command: back };
}
