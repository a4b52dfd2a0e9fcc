import type { Routing } from '../routing/resolveOwner';
import type { Command } from './commands';
import type {
  Actor,
  DecidedEvent,
  EventType,
  IncidentReference,
} from './events';
import type { IncidentPolicy } from './policy';
import type {
  ChangeSnapshot,
  EntitySnapshot,
  IncidentState,
  PersonSnapshot,
} from './state';
import type { Instant } from './vocabulary';

/** What deciding needs beside the incident, gathered before the transaction. @public */
export interface Facts {
  now: Instant;
  actor: Actor;
  policy: IncidentPolicy;
  /** Whether the actor may respond, where a command is open to more people than that. */
  mayRespond: boolean;
  /** What the actor already is to this incident. */
  actorFollows: boolean;
  actorIsAffected: boolean;
  /** Where the entity or the group named in the command leads to. */
  routing?: Routing;
  /** Who is to write the review, as the command names them. */
  reviewOwner?: PersonSnapshot;
  /** The entity that the command names. */
  entity?: EntitySnapshot;
  /** The change event that the command names. */
  change?: ChangeSnapshot;
  /** The other incident of a merge or of its undoing. */
  other?: IncidentState;
  /** Whether people were told what they can do meanwhile. */
  hasWorkaround?: boolean;
  /** How many alerts it has. */
  alerts?: number;
  /** What moving alerts out has to know of them. */
  moving?: MovingAlerts;
}

/** The alerts of an incident, divided into those that are to move out and the rest. @public */
export interface MovingAlerts {
  /** The incident that is opened for them. */
  to: IncidentReference;
  /** Those of the named alerts that the incident has. */
  moved: { id: string; title: string; firing: boolean }[];
  /** How many others it has, and how many of them fire. */
  rest: { count: number; firing: number };
}

/** Why a command does nothing. @public */
export interface Refusal {
  /** `conflict`: not in this state; `input`: the field is wrong; `forbidden`: not by you. */
  kind: 'conflict' | 'input' | 'forbidden';
  message: string;
  field?: string;
}

/** An event and the incident on whose timeline it stands. @public */
export interface IncidentEvent {
  incidentId: string;
  event: DecidedEvent;
}

/**
 * What a command leads to: events, possibly none where it is already so, or a
 * refusal with its reason.
 * @public
 */
export type Decision =
  | { events: IncidentEvent[]; refusal?: undefined }
  | { events?: undefined; refusal: Refusal };

/** Decides one type of command on an incident that exists. */
export type Decider<Type extends Command['type']> = (
  state: IncidentState,
  command: Extract<Command, { type: Type }>,
  facts: Facts,
) => Decision;

export const nothing: Decision = { events: [] };

export function refuse(
  kind: Refusal['kind'],
  message: string,
  field?: string,
): { refusal: Refusal } {
  return { refusal: { kind, message, ...(field && { field }) } };
}

/** States facts on one incident's timeline, in order. */
export function on(
  incidentId: string,
  ...events: DecidedEvent[]
): IncidentEvent[] {
  return events.map(event => ({ incidentId, event }));
}

/** A fact that happens now, by the actor of the command. */
export function happened<Type extends EventType>(
  facts: Facts,
  type: Type,
  data: DecidedEvent<Type>['data'],
  texts?: DecidedEvent['texts'],
): DecidedEvent {
  return factOf(facts, type, data, texts) as DecidedEvent;
}

/** A fact of whatever aggregate; texts that say nothing are left out. */
export function factOf<Type extends string, Data>(
  { actor, now }: Pick<Facts, 'actor' | 'now'>,
  type: Type,
  data: Data,
  texts: Partial<Record<string, string>> = {},
) {
  const said = Object.fromEntries(
    Object.entries(texts).filter(([, value]) => value !== undefined),
  );
  return {
    type,
    actor,
    at: now,
    data,
    ...(Object.keys(said).length > 0 && { texts: said }),
  };
}
