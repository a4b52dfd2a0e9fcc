import { COMMANDS, type Command, type UserCommandType } from './commands';
import { CHANGE_DECIDERS } from './deciders/changes';
import { ENGINE_DECIDERS } from './deciders/engines';
import { MOVE_OUT_DECIDERS } from './deciders/moveOut';
import { PEOPLE_DECIDERS } from './deciders/people';
import { RECORD_DECIDERS } from './deciders/record';
import { RESPONSE_DECIDERS } from './deciders/response';
import { TRIAGE_DECIDERS } from './deciders/triage';
import { VISIBILITY_DECIDERS } from './deciders/visibility';
import { WORKAROUND_DECIDERS } from './deciders/workaround';
import { refuse, type Decider, type Decision, type Facts } from './decision';
import type { IncidentState } from './state';

const DECIDERS: { [Type in Command['type']]: Decider<Type> } = {
  ...TRIAGE_DECIDERS,
  ...MOVE_OUT_DECIDERS,
  ...RESPONSE_DECIDERS,
  ...RECORD_DECIDERS,
  ...WORKAROUND_DECIDERS,
  ...CHANGE_DECIDERS,
  ...VISIBILITY_DECIDERS,
  ...PEOPLE_DECIDERS,
  ...ENGINE_DECIDERS,
};

/**
 * What a command leads to on the incident as it stands. Pure: the same state,
 * command and facts give the same decision.
 * @public
 */
export function decide<Type extends Command['type']>(
  state: IncidentState,
  command: Extract<Command, { type: Type }>,
  facts: Facts,
): Decision {
  const rule = COMMANDS[command.type as UserCommandType];
  if (rule && !rule.from.includes(state.status)) {
    return refuse(
      'conflict',
      `An incident that is ${state.status} does not take the command '${command.type}'`,
    );
  }
  return (DECIDERS[command.type] as Decider<Type>)(state, command, facts);
}
