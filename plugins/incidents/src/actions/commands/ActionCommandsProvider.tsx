import type {
  Action,
  UserActionCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  createContext,
  type PropsWithChildren,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';
import { AskingDialog, type AskingType } from './AskingDialog';
import { isAtOnce, type StartableAction } from './start';
import { usePerformAction } from './usePerformAction';

interface ActionCommands {
  /** Sends what needs nothing more; opens the dialog of what does. */
  start: (type: StartableAction, target: Action | readonly Action[]) => void;
  /** Sends a command that is complete; never rejects. */
  send: (
    command: UserActionCommand,
    target: Action | readonly Action[],
  ) => Promise<void>;
}

const ActionCommandsContext = createContext<ActionCommands | undefined>(
  undefined,
);

/** Where commands to action items are started: holds the one dialog that may be open. */
export const ActionCommandsProvider = (props: PropsWithChildren<{}>) => {
  const { perform, sayRefused } = usePerformAction();
  const [asked, setAsked] = useState<{
    type: AskingType;
    actions: readonly Action[];
  }>();

  const send = useCallback<ActionCommands['send']>(
    (command, target) =>
      perform([target].flat(), command).catch(error => {
        sayRefused(error);
      }),
    [perform, sayRefused],
  );

  const commands = useMemo<ActionCommands>(
    () => ({
      start: (type, target) => {
        if (isAtOnce(type)) {
          send({ type }, target);
        } else {
          setAsked({ type, actions: [target].flat() });
        }
      },
      send,
    }),
    [send],
  );

  return (
    <ActionCommandsContext.Provider value={commands}>
      {props.children}
      {asked && <AskingDialog {...asked} onClose={() => setAsked(undefined)} />}
    </ActionCommandsContext.Provider>
  );
};

export function useActionCommands(): ActionCommands {
  const commands = useContext(ActionCommandsContext);
  if (!commands) {
    throw new Error(
      'useActionCommands needs an ActionCommandsProvider around it',
    );
  }
  return commands;
}
