import type { Actor } from '../../incidents/events';
import type { ActionCommand, ProposeAction } from '../commands';
import { decideAction } from '../decide';
import type { ActionDecision, ActionFacts } from '../decision';
import { evolveAction, replayAction } from '../evolve';
import { DEFAULT_DUE_WITHIN } from '../policy';
import { decideProposal } from '../proposing';
import type { ActionItemState } from '../state';

export const nadia = { ref: 'user:default/nadia', name: 'Nadia' };
export const ravi = { ref: 'user:default/ravi', name: 'Ravi' };
export const mei = { ref: 'user:default/mei', name: 'Mei' };
export const payments = { ref: 'group:default/payments', title: 'Payments' };
export const orders = { ref: 'group:default/orders', title: 'Orders' };
export const paymentsApi = {
  ref: 'component:default/payments-api',
  title: 'payments-api',
};

/** A Thursday. */
export const NOW = '2026-11-26T10:00:00.000Z';

const POLICY = { dueWithin: DEFAULT_DUE_WITHIN, zone: 'Europe/Berlin' };

/** What is known when Mei, who may respond, does something. */
export function facts(given: Partial<ActionFacts> = {}): ActionFacts {
  return {
    now: NOW,
    actor: by(mei),
    who: {
      ref: mei.ref,
      ownershipRefs: [mei.ref],
      permissions: ['participate', 'respond'],
    },
    policy: POLICY,
    ...given,
  };
}

export function by(person: typeof mei): Actor {
  return { type: 'user', ...person };
}

/** Proposed by Mei, to be done by Ravi, for Nadia, of Payments. */
export function proposed(
  given: Partial<ProposeAction> = {},
  known: Partial<ActionFacts> = {},
): ActionItemState {
  const decision = decideProposal(
    {
      type: 'propose',
      id: 'a1',
      number: 1,
      request: {
        title: 'Alert on queue length before it overflows',
        type: 'detect',
        dueOn: '2026-12-03',
      },
      priority: 'P2',
      place: { entity: paymentsApi, owner: payments, told: [] },
      responsible: ravi,
      accountable: nadia,
      origins: [{ id: 'i1', number: 41 }],
      ...given,
    },
    facts(known),
  );
  return replayAction('a1', decision.events!);
}

/** The action item after a command that is taken. */
export function after(
  state: ActionItemState,
  command: ActionCommand,
  known: Partial<ActionFacts> = {},
): ActionItemState {
  const { events, refusal } = decided(state, command, known);
  if (refusal) {
    throw new Error(refusal.message);
  }
  return events.reduce(evolveAction, state);
}

export function decided(
  state: ActionItemState,
  command: ActionCommand,
  known: Partial<ActionFacts> = {},
): ActionDecision {
  return decideAction(state, command, facts(known));
}
