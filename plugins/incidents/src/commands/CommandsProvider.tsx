import type {
  Incident,
  UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  createContext,
  type PropsWithChildren,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';
import { CommandDialog } from './CommandDialog';
import { type Asking, isAsking, type Startable } from './start';
import { usePerform } from './usePerform';

interface Commands {
  /** Sends what needs nothing more; opens the dialog of what does. */
  start: (type: Startable, target: Incident | readonly Incident[]) => void;
  /** Sends a command that is complete, with its toast and undo; never rejects. */
  send: (command: UserCommand, target: Incident) => Promise<void>;
}

const CommandsContext = createContext<Commands | undefined>(undefined);

/** Where commands are started: holds the one dialog that may be open. */
export const CommandsProvider = (props: PropsWithChildren<{}>) => {
  const { perform, sayRefused } = usePerform();
  const [asked, setAsked] = useState<{
    type: Asking;
    incidents: readonly Incident[];
  }>();

  const sendAll = useCallback(
    (command: UserCommand, incidents: readonly Incident[]) =>
      perform({ incidents, command }).catch(error => {
        sayRefused(error);
      }),
    [perform, sayRefused],
  );

  const commands = useMemo<Commands>(
    () => ({
      start: (type, target) => {
        const incidents = [target].flat();
        if (isAsking(type)) {
          setAsked({ type, incidents });
        } else {
          sendAll({ type }, incidents);
        }
      },
      send: (command, target) => sendAll(command, [target]),
    }),
    [sendAll],
  );

  return (
    <CommandsContext.Provider value={commands}>
      {props.children}
      {asked && (
        <CommandDialog {...asked} onClose={() => setAsked(undefined)} />
      )}
    </CommandsContext.Provider>
  );
};

export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (!commands) {
    throw new Error('useCommands needs a CommandsProvider around it');
  }
  return commands;
}
