import type {
  Action,
  UserActionCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
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
  const refusal = useRefusal();

  const send = async (command: UserActionCommand, expectedVersion?: number) => {
    refusal.forget();
    setPending(true);
    try {
      await perform(actions, command, expectedVersion);
      onClose();
    } catch (error) {
      refusal.learn(error);
    } finally {
      setPending(false);
    }
  };

  return {
    ...refusal,
    isPending,
    submit: (command: UserActionCommand) => send(command),
    /** For what overwrites what the user saw: refused where that has changed since. */
    submitSeen: (command: UserActionCommand) =>
      send(command, actions[0]?.version),
  };
}
