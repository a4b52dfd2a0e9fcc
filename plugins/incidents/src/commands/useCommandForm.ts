import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Incident,
  UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { OutdatedIncident } from '../api/errors';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import { usePerform } from './usePerform';
import { useRefusal } from './useRefusal';

interface Options {
  incidents: readonly Incident[];
  onClose: () => void;
  /** It was done, before the dialog closes. */
  onSent?: () => void;
}

/** What a dialog of a command shares: sending, and errors at their fields. What was typed stays. */
export function useCommandForm({ incidents, onClose, onSent }: Options) {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const { perform } = usePerform();
  const [isPending, setPending] = useState(false);
  const refusal = useRefusal();
  const [version, setVersion] = useState(incidents[0]?.version);

  const learn = (error: unknown) => {
    if (error instanceof OutdatedIncident) {
      setVersion(error.current.version);
      refusal.refuseWhole(t('outdated', { number: error.current.number }));
    } else {
      refusal.learn(error);
    }
  };

  const send = async (
    [first, ...others]: readonly [UserCommand, ...UserCommand[]],
    expectedVersion?: number,
  ) => {
    refusal.forget();
    setPending(true);
    try {
      await perform({ incidents, command: first, expectedVersion });
      for (const command of others) {
        await perform({ incidents, command });
      }
      onSent?.();
      onClose();
    } catch (error) {
      learn(error);
    } finally {
      setPending(false);
    }
  };

  return {
    isPending,
    problemBeside: refusal.problemBeside,
    problemOf: refusal.problemOf,
    field: refusal.field,
    refuse: refusal.refuse,
    submit: (command: UserCommand) => send([command]),
    /**
     * For commands that overwrite what the user saw: refused where that has changed
     * since. Others may follow where it is done.
     */
    submitSeen: (...commands: [UserCommand, ...UserCommand[]]) =>
      send(commands, version),
  };
}

export type CommandForm = ReturnType<typeof useCommandForm>;
