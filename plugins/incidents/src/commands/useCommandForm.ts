import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Incident,
  UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { InvalidField, OutdatedIncident, reasonOf } from '../api/errors';
import { incidentsTranslationRef } from '../translations/incidents';
import { usePerform } from './usePerform';

interface Options {
  incidents: readonly Incident[];
  onClose: () => void;
  /** It was done, before the dialog closes. */
  onSent?: () => void;
}

/** What a dialog of a command shares: sending, and errors at their fields. What was typed stays. */
export function useCommandForm({ incidents, onClose, onSent }: Options) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { perform } = usePerform();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<{ field?: string; text: string }>();
  const [version, setVersion] = useState(incidents[0]?.version);

  const learn = (error: unknown) => {
    if (error instanceof InvalidField) {
      setRefusal({ field: error.field, text: error.message });
    } else if (error instanceof OutdatedIncident) {
      setVersion(error.current.version);
      setRefusal({
        text: t('commands.outdated', { number: error.current.number }),
      });
    } else {
      setRefusal({ text: reasonOf(error) });
    }
  };

  const send = async (
    [first, ...others]: readonly [UserCommand, ...UserCommand[]],
    expectedVersion?: number,
  ) => {
    setRefusal(undefined);
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
    /** A refusal that belongs to none of the fields shown. */
    problemBeside: (fields: readonly string[]) =>
      refusal && !(refusal.field && fields.includes(refusal.field))
        ? refusal.text
        : undefined,
    problemOf: (field: string) =>
      refusal?.field === field ? refusal.text : undefined,
    /** The properties that show a field's error beneath it. */
    field: (name: string) => ({
      name,
      validationBehavior: 'aria' as const,
      validate: () => (refusal?.field === name ? refusal.text : null),
    }),
    /** Refuses before anything is sent. */
    refuse: (field: string, text: string) => setRefusal({ field, text }),
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
