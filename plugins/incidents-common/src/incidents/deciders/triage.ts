import type { IncidentState } from '../state';
import { updateDueAfter } from '../cadence';
import {
  happened,
  nothing,
  on,
  refuse,
  type Decider,
  type Facts,
} from '../decision';
import { after } from '../policy';
import { isLive } from '../vocabulary';

/** From the third time on, passing on asks for more than a word. */
export const PASS_EXPLANATION_FROM = 3;
const PASS_EXPLANATION_LENGTH = 20;

const acknowledge: Decider<'acknowledge'> = (state, _command, facts) => {
  const { actor } = facts;
  if (actor.type !== 'user') {
    return refuse('forbidden', 'Only a person can take an incident');
  }
  if (state.lead?.ref === actor.ref && state.status !== 'triage') {
    return nothing;
  }
  const due =
    state.nextUpdateAt ?? updateDueAfter(facts, state.priority, 'first');
  return {
    events: on(
      state.id,
      ...resumedByWork(state, facts),
      happened(facts, 'acknowledged', {
        lead: { ref: actor.ref, name: actor.name },
        ...(due && { nextUpdateAt: due }),
      }),
    ),
  };
};

const dismiss: Decider<'dismiss'> = (state, command, facts) => ({
  events: on(
    state.id,
    happened(
      facts,
      'dismissed',
      {
        reason: command.reason,
        undoUntil: after(facts.now, facts.policy.undoFor),
      },
      { note: command.note },
    ),
  ),
});

const passOn: Decider<'pass-on'> = (state, command, facts) => {
  const { routing } = facts;
  if (!routing?.owner) {
    return refuse('input', `There is no group ${command.to}`, 'to');
  }
  if (routing.owner.ref === state.owner?.ref) {
    return refuse('conflict', `${routing.owner.title} has it already`, 'to');
  }
  const times = state.passes + 1;
  if (
    times >= PASS_EXPLANATION_FROM &&
    command.reason.length < PASS_EXPLANATION_LENGTH
  ) {
    return refuse(
      'input',
      `It was passed on ${state.passes} times already: say in at least ${PASS_EXPLANATION_LENGTH} characters why it has to go on`,
      'reason',
    );
  }
  return {
    events: on(
      state.id,
      happened(
        facts,
        'passed-on',
        {
          ...(state.owner && { from: state.owner }),
          to: routing.owner,
          times,
        },
        { reason: command.reason },
      ),
      happened(facts, 'routed', {
        ...(state.entity && { entity: state.entity }),
        owner: routing.owner,
        steps: routing.steps,
        told: routing.people,
      }),
    ),
  };
};

const merge: Decider<'merge'> = (state, command, facts) => {
  const winner = facts.other;
  if (!winner || winner.id === state.id) {
    return refuse(
      'input',
      `There is no other incident ${command.into}`,
      'into',
    );
  }
  if (!isLive(winner.status)) {
    return refuse(
      'conflict',
      `INC-${winner.number} is ${winner.status}; only a live incident takes another one`,
      'into',
    );
  }
  if (state.visibility === 'private' && winner.visibility === 'public') {
    return refuse(
      'conflict',
      'A private incident cannot be merged into a public one',
      'into',
    );
  }
  return {
    events: [
      ...on(
        state.id,
        happened(facts, 'merged', {
          into: { id: winner.id, number: winner.number },
          undoUntil: after(facts.now, facts.policy.undoFor),
        }),
      ),
      ...on(
        winner.id,
        happened(facts, 'absorbed', {
          from: { id: state.id, number: state.number },
        }),
      ),
    ],
  };
};

const undo: Decider<'undo'> = (state, _command, facts) => {
  if (!state.undoUntil || state.undoUntil < facts.now || !state.statusBefore) {
    return refuse('conflict', 'The time in which it could be undone is over');
  }
  const what = state.status === 'merged' ? 'merged' : 'dismissed';
  return {
    events: [
      ...on(
        state.id,
        happened(facts, 'undone', { what, to: state.statusBefore }),
      ),
      ...(state.mergedInto
        ? on(
            state.mergedInto.id,
            happened(facts, 'released', {
              from: { id: state.id, number: state.number },
            }),
          )
        : []),
    ],
  };
};

/** Work on an incident that is on hold ends the hold. */
export function resumedByWork(state: IncidentState, facts: Facts) {
  return state.hold ? [happened(facts, 'resumed', { because: 'status' })] : [];
}

export const TRIAGE_DECIDERS = {
  acknowledge,
  dismiss,
  'pass-on': passOn,
  merge,
  undo,
};
