import { updateDueAfter } from '../cadence';
import { canBecome } from '../commands';
import { mayNotWait, reporterMayReopenUntil } from '../conditions';
import { happened, nothing, on, refuse, type Decider } from '../decision';
import { resumedByWork } from './triage';

const changeStatus: Decider<'change-status'> = (state, command, facts) => {
  if (command.to === state.status) {
    return nothing;
  }
  if (!canBecome(state.status, command.to)) {
    return refuse(
      'conflict',
      `An incident that is ${state.status} cannot become ${command.to}`,
      'to',
    );
  }
  return {
    events: on(
      state.id,
      ...resumedByWork(state, facts),
      happened(
        facts,
        'status-changed',
        { from: state.status, to: command.to },
        { note: command.note },
      ),
    ),
  };
};

const hold: Decider<'hold'> = (state, command, facts) => {
  if (command.resumeBy <= facts.now) {
    return refuse('input', 'It must resume in the future', 'resumeBy');
  }
  if (mayNotWait(state)) {
    return refuse(
      'conflict',
      `A ${state.priority} whose impact goes on cannot wait: mitigate it first, or lower its priority`,
    );
  }
  if (
    state.hold?.reason === command.reason &&
    state.hold.resumeBy === command.resumeBy
  ) {
    return nothing;
  }
  return {
    events: on(
      state.id,
      happened(
        facts,
        'held',
        { reason: command.reason, resumeBy: command.resumeBy },
        { note: command.note },
      ),
    ),
  };
};

const resume: Decider<'resume'> = (state, _command, facts) =>
  state.hold
    ? {
        events: on(state.id, happened(facts, 'resumed', { because: 'person' })),
      }
    : nothing;

const postUpdate: Decider<'post-update'> = (state, command, facts) => {
  if (command.nextUpdateAt && command.nextUpdateAt <= facts.now) {
    return refuse(
      'input',
      'The next update must be in the future',
      'nextUpdateAt',
    );
  }
  const isOver = state.status === 'resolved';
  if (command.nextUpdateAt && isOver) {
    return refuse(
      'input',
      'No further update follows on an incident that is resolved',
      'nextUpdateAt',
    );
  }
  const due = isOver
    ? undefined
    : (command.nextUpdateAt ?? updateDueAfter(facts, state.priority, 'next'));
  return {
    events: on(
      state.id,
      happened(
        facts,
        'update-posted',
        { number: state.updates + 1, ...(due && { nextUpdateAt: due }) },
        {
          impact: command.impact,
          action: command.action,
          workaround: command.workaround,
        },
      ),
    ),
  };
};

const addNote: Decider<'add-note'> = (state, command, facts) => {
  const reporterAnswers =
    state.hold?.reason === 'reporter' &&
    facts.actor.type === 'user' &&
    facts.actor.ref === state.reporter?.ref;
  return {
    events: on(
      state.id,
      happened(facts, 'note-added', {}, { text: command.text }),
      ...(reporterAnswers
        ? [happened(facts, 'resumed', { because: 'reporter' })]
        : []),
    ),
  };
};

const resolve: Decider<'resolve'> = (state, command, facts) => {
  const at = command.at ?? facts.now;
  if (at > facts.now) {
    return refuse('input', 'It cannot be resolved in the future', 'at');
  }
  const window = state.impactWindows[state.impactWindows.length - 1];
  const began = window?.from ?? state.stamps.declaredAt;
  if (at < began) {
    return refuse('input', `It cannot be resolved before ${began}`, 'at');
  }
  const { reviewOwner } = facts;
  if (command.reviewOwnerRef && !reviewOwner) {
    return refuse(
      'input',
      `There is no ${command.reviewOwnerRef} in the catalog`,
      'reviewOwnerRef',
    );
  }
  return {
    events: on(
      state.id,
      ...resumedByWork(state, facts),
      happened(
        facts,
        'resolved',
        { at, because: 'person', ...(reviewOwner && { reviewOwner }) },
        { note: command.note },
      ),
    ),
  };
};

const reopen: Decider<'reopen'> = (state, command, facts) => {
  if (!facts.mayRespond) {
    const isReporter =
      facts.actor.type === 'user' && facts.actor.ref === state.reporter?.ref;
    if (!isReporter) {
      return refuse(
        'forbidden',
        'Only responders and the reporter may reopen it',
      );
    }
    if (facts.now > reporterMayReopenUntil(state, facts.policy)) {
      return refuse(
        'conflict',
        'The time in which its reporter could reopen it is over; report it again',
      );
    }
  }
  const due = state.lead && updateDueAfter(facts, state.priority, 'first');
  return {
    events: on(
      state.id,
      happened(
        facts,
        'reopened',
        {
          to: state.lead ? 'investigating' : 'triage',
          ...(due && { nextUpdateAt: due }),
        },
        { reason: command.reason },
      ),
    ),
  };
};

const close: Decider<'close'> = (state, _command, facts) => ({
  events: on(state.id, happened(facts, 'closed', { because: 'person' })),
});

export const RESPONSE_DECIDERS = {
  'change-status': changeStatus,
  hold,
  resume,
  'post-update': postUpdate,
  'add-note': addNote,
  resolve,
  reopen,
  close,
};
