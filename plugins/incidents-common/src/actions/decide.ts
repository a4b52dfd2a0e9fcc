import { refuse } from '../incidents/decision';
import type { ActionCommandType } from '../schemas/actions';
import { ACTION_COMMANDS, mayCommand, type ActionCommand } from './commands';
import type { ActionDecider, ActionDecision, ActionFacts } from './decision';
import { PERSON_DECIDERS } from './deciders';
import { ENGINE_DECIDERS } from './following';
import type { ActionItemState } from './state';
import { TICKET_DECIDERS } from './tickets';

const DECIDERS: {
  [Type in ActionCommand['type']]: ActionDecider<Type>;
} = { ...PERSON_DECIDERS, ...ENGINE_DECIDERS, ...TICKET_DECIDERS };

/**
 * What a command leads to on the action item as it stands. Pure: the same state,
 * command and facts give the same decision.
 * @public
 */
export function decideAction<Type extends ActionCommand['type']>(
  state: ActionItemState,
  command: Extract<ActionCommand, { type: Type }>,
  facts: ActionFacts,
): ActionDecision {
  const { type } = command;
  if (isOfPerson(type)) {
    if (!mayCommand(type, state, facts.who)) {
      return refuse(
        'forbidden',
        `You may not send the command '${type}' to this action`,
      );
    }
    if (!ACTION_COMMANDS[type].from.includes(state.status)) {
      return refuse(
        'conflict',
        `An action that is ${state.status} does not take the command '${type}'`,
      );
    }
  }
  return (DECIDERS[command.type] as ActionDecider<Type>)(state, command, facts);
}

function isOfPerson(type: ActionCommand['type']): type is ActionCommandType {
  return Object.hasOwn(ACTION_COMMANDS, type);
}
