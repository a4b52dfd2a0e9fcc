import type { Routing } from '../../routing';
import type { Command, OpenCommand } from '../commands';
import { decide } from '../decide';
import type { Decision, Facts, MovingAlerts, Refusal } from '../decision';
import { decideOpening } from '../deciders/opening';
import type { Actor, DecidedEvent } from '../events';
import { evolve, replay } from '../evolve';
import { after, DEFAULT_POLICY } from '../policy';
import type {
  ChangeSnapshot,
  EntitySnapshot,
  IncidentState,
  PersonSnapshot,
} from '../state';
import type { Instant, Status } from '../vocabulary';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** When every incident of the tests is declared. */
export const START: Instant = '2026-11-21T10:00:00.000Z';

/** So many minutes after the start. */
export function minute(minutes: number): Instant {
  return after(START, minutes * MINUTE);
}

export const nadia: PersonSnapshot = {
  ref: 'user:default/nadia',
  name: 'Nadia',
};
export const omar: PersonSnapshot = { ref: 'user:default/omar', name: 'Omar' };
export const rita: PersonSnapshot = { ref: 'user:default/rita', name: 'Rita' };

export const paymentsApi: EntitySnapshot = {
  ref: 'component:default/payments-api',
  title: 'Payments API',
};
export const ordersDb: EntitySnapshot = {
  ref: 'resource:default/orders-db',
  title: 'Orders DB',
};

export const toPayments: Routing = {
  entity: paymentsApi,
  owner: { ref: 'group:default/payments', title: 'Payments' },
  steps: [
    {
      step: 'owned-by',
      entityRef: paymentsApi.ref,
      ownerRef: 'group:default/payments',
    },
    { step: 'members', groupRef: 'group:default/payments', count: 2 },
  ],
  people: [nadia, omar],
};
export const toStorage: Routing = {
  owner: { ref: 'group:default/storage', title: 'Storage' },
  steps: [
    { step: 'passed-on', groupRef: 'group:default/storage' },
    { step: 'members', groupRef: 'group:default/storage', count: 1 },
  ],
  people: [rita],
};
export const toOrdersDb: Routing = { ...toStorage, entity: ordersDb };
export const nowhere: Routing = {
  unrouted: 'no-entity',
  steps: [],
  people: [],
};

export const system: Actor = { type: 'system', name: 'Clock' };

export function by({ ref, name }: PersonSnapshot): Actor {
  return { type: 'user', ref, name };
}

/** Nadia, who may respond, at the start; with whatever differs. */
export function facts(given: Partial<Facts> = {}): Facts {
  return {
    now: START,
    actor: by(nadia),
    policy: DEFAULT_POLICY,
    mayRespond: true,
    actorFollows: false,
    actorIsAffected: false,
    ...given,
  };
}

/** An alert's P3 on the payments API, at the start; with whatever differs. */
export function opening(given: Partial<OpenCommand> = {}): OpenCommand {
  const { request, ...rest } = given;
  return {
    type: 'open',
    id: 'incident-1',
    number: 1,
    source: 'alert',
    status: 'triage',
    impact: 'medium',
    urgency: 'medium',
    routing: toPayments,
    affected: [],
    ...rest,
    request: {
      title: 'Payments fail',
      risks: [],
      mode: 'real',
      visibility: 'public',
      ...request,
    },
  };
}

/** The incident that an opening leads to. */
export function open(
  given: Partial<OpenCommand> = {},
  at: Partial<Facts> = { actor: system },
): IncidentState {
  const command = opening(given);
  return replay(
    command.id,
    eventsOf(decideOpening(command, facts(at)), command.id),
  );
}

/** Firing alerts that are to move out to INC-9, and one that stays; with whatever differs. */
export function moving(
  ids: readonly string[],
  given: Partial<MovingAlerts> = {},
): MovingAlerts {
  return {
    to: { id: 'incident-9', number: 9 },
    moved: ids.map(id => ({ id, title: `Title of ${id}`, firing: true })),
    rest: { count: 1, firing: 1 },
    ...given,
  };
}

/** A deployment of the payments API, twelve minutes before the start. */
export function deployed(id: string): ChangeSnapshot {
  return {
    id,
    kind: 'deployment',
    entity: paymentsApi,
    title: 'Payments API 15.8',
    version: '15.8',
    at: minute(-12),
  };
}

/** The incident after a command; a refusal fails the test. */
export function having(
  state: IncidentState,
  command: Command,
  given: Partial<Facts> = {},
): IncidentState {
  return eventsOf(
    decide(state, command, facts(given)),
    state.id,
  ).reduce<IncidentState>(evolve, state);
}

/** The events of a decision on one incident's timeline; a refusal fails the test. */
export function eventsOf(
  decision: Decision,
  incidentId = 'incident-1',
): DecidedEvent[] {
  if (decision.refusal) {
    throw new Error(`Refused: ${decision.refusal.message}`);
  }
  return decision.events
    .filter(event => event.incidentId === incidentId)
    .map(({ event }) => event);
}

/** The refusal of a decision; events fail the test. */
export function refusalOf(decision: Decision): Refusal {
  if (!decision.refusal) {
    throw new Error(
      `Not refused: ${decision.events.map(({ event }) => event.type)}`,
    );
  }
  return decision.refusal;
}

/** An incident in each status, reached by commands; each is led by Nadia if by anybody. */
export function inStatus(
  status: Status,
  given: Partial<OpenCommand> = {},
): IncidentState {
  const triage = open(given);
  const investigating = () => having(triage, { type: 'acknowledge' });
  switch (status) {
    case 'triage':
      return triage;
    case 'investigating':
      return investigating();
    case 'fixing':
    case 'monitoring':
      return having(investigating(), { type: 'change-status', to: status });
    case 'resolved':
      return having(investigating(), { type: 'resolve' });
    case 'closed':
      return having(inStatus('resolved', given), { type: 'close' });
    case 'dismissed':
      return having(triage, { type: 'dismiss', reason: 'expected' });
    default:
      return having(
        triage,
        { type: 'merge', into: 'INC-2' },
        { other: open({ id: 'incident-2', number: 2 }) },
      );
  }
}
