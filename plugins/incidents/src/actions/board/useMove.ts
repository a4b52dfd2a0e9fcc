import type { Action } from '@linchpin/backstage-plugin-incidents-common';
import { useActionCommands } from '../commands/ActionCommandsProvider';
import type { Move } from './columns';

/** Moves an action item to another column, by the command that leads there. */
export function useMove() {
  const { start, send } = useActionCommands();
  return (action: Action, move: Move) => {
    if (move.start === 'unassign') {
      send({ type: 'assign', responsibleRef: null }, action);
    } else {
      start(move.start, action);
    }
  };
}
