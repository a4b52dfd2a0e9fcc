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
import { isLive, type Instant } from '../vocabulary';

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
  const lead = { ref: actor.ref, name: actor.name };
  const due =
    state.nextUpdateAt ?? updateDueAfter(facts, state.priority, 'first');
  return {
    events: on(
      state.id,
      ...resumedByWork(state, facts),
      happened(facts, 'acknowledged', {
        lead,
        ...(due && { nextUpdateAt: due }),
      }),
      ...(facts.actorFollows
        ? []
        : [happened(facts, 'followed', { person: lead })]),
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
        ...(routing.unrouted && { unrouted: routing.unrouted }),
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
  if (state.visibility !== winner.visibility) {
    return refuse(
      'conflict',
      state.visibility === 'private'
        ? 'A private incident cannot be merged into a public one'
        : 'A public incident cannot be merged into a private one: others must still see it',
      'into',
    );
  }
  if (state.mode !== winner.mode) {
    return refuse(
      'conflict',
      `A ${state.mode} incident cannot be merged into a ${winner.mode} one`,
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
  if (state.mergedInto && facts.other?.status === 'merged') {
    return refuse(
      'conflict',
      `INC-${state.mergedInto.number} was itself merged into another incident; undo that first`,
    );
  }
  const what = state.status === 'merged' ? 'merged' : 'dismissed';
  const due = updateDueAgain(state, facts);
  return {
    events: [
      ...on(
        state.id,
        happened(facts, 'undone', {
          what,
          to: state.statusBefore,
          ...(due && { nextUpdateAt: due }),
        }),
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

/** The update that was due before; one whose time has passed meanwhile is due anew. */
function updateDueAgain(
  { suspended, priority }: IncidentState,
  facts: Facts,
): Instant | undefined {
  const due = suspended?.nextUpdateAt;
  return due && due <= facts.now
    ? updateDueAfter(facts, priority, 'next')
    : due;
}

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
