import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  COMMANDS,
  takesBack,
  type CommandOutcome,
  type Incident,
  type UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { useCallback } from 'react';
import { useBulkCommand, useSendCommand } from '../api/mutations';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import { useSayings } from './useSayings';

/** One command for one or several incidents. */
export interface Performance {
  incidents: readonly Incident[];
  command: UserCommand;
  expectedVersion?: number;
}

/** Sends a command, says that it was done, and offers to take it back where that can be. Rejects as the API does. */
export function usePerform() {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const { sayDone, sayRefused, sayRefusedOf } = useSayings();
  const { send } = useSendCommand();
  const { sendToAll } = useBulkCommand();

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
      const refused = outcomes.flatMap(({ id, number, error }) =>
        error ? [{ id, name: number ?? id, reason: error.message }] : [],
      );
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
      sayRefusedOf(refused);
    },
    [sendToAll, sayDone, sayRefusedOf, t],
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
