import type { Actor, IncidentReference } from '../incidents/events';
import { factOf, type Refusal } from '../incidents/decision';
import type { PersonSnapshot } from '../incidents/state';
import type { Instant } from '../incidents/vocabulary';
import type { ActionCommand, ActionOnlooker, ActionPlace } from './commands';
import type { ActionEventType, DecidedActionEvent } from './events';
import type { ActionPolicy } from './policy';
import type { AccountableSnapshot, ActionItemState } from './state';
import type { ActionTicket } from './tickets';

/** What deciding needs beside the action item, gathered before the transaction. @public */
export interface ActionFacts {
  now: Instant;
  actor: Actor;
  who: ActionOnlooker;
  policy: ActionPolicy;
  /** The user that the command names; missing where the catalog has none such. */
  person?: PersonSnapshot;
  /** The user or group that the command names to answer for it. */
  accountable?: AccountableSnapshot;
  /** Where the entity that the command names leads to. */
  place?: ActionPlace;
  /** The ticket that the command names; missing where no tracker here has it. */
  ticket?: ActionTicket;
  /** The incident that the command names; missing where there is none to be known of. */
  incident?: IncidentReference;
}

/** What a command leads to: events, none where it is so already, or a refusal. @public */
export type ActionDecision =
  | { events: DecidedActionEvent[]; refusal?: undefined }
  | { events?: undefined; refusal: Refusal };

/** Decides one type of command. */
export type ActionDecider<Type extends ActionCommand['type']> = (
  state: ActionItemState,
  command: Extract<ActionCommand, { type: Type }>,
  facts: ActionFacts,
) => ActionDecision;

export const nothing: ActionDecision = { events: [] };

/** A fact that happens now, by the actor of the command. */
export function happened<Type extends ActionEventType>(
  facts: Pick<ActionFacts, 'now' | 'actor'>,
  type: Type,
  data: DecidedActionEvent<Type>['data'],
  texts?: DecidedActionEvent['texts'],
): DecidedActionEvent {
  return factOf(facts, type, data, texts) as DecidedActionEvent;
}
