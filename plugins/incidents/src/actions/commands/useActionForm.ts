import type {
  Action,
  UserActionCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { isConflict } from '../../api/errors';
import { useRefusal } from '../../commands/useRefusal';
import { usePerformAction } from './usePerformAction';

/** What every dialog of a command to action items is given. */
export interface ActionDialogProps {
  /** One, or several where the verdict is the same for all. */
  actions: readonly Action[];
  onClose: () => void;
}

/** What these dialogs share: sending, and errors at their fields. What was typed stays. */
export function useActionForm({ actions, onClose }: ActionDialogProps) {
  const { perform } = usePerformAction();
  const [isPending, setPending] = useState(false);
  const [seen, setSeen] = useState<number | undefined>(actions[0]?.version);
  const refusal = useRefusal();

  const send = async (command: UserActionCommand, expectedVersion?: number) => {
    refusal.forget();
    setPending(true);
    try {
      await perform(actions, command, expectedVersion);
      onClose();
    } catch (error) {
      refusal.learn(error);
      if (isConflict(error)) {
        setSeen(undefined);
      }
    } finally {
      setPending(false);
    }
  };

  return {
    ...refusal,
    isPending,
    submit: (command: UserActionCommand) => send(command),
    /**
     * For what overwrites what the user saw: refused where that has changed since,
     * until the user, who knows then, sends it once more.
     */
    submitSeen: (command: UserActionCommand) => send(command, seen),
  };
}
