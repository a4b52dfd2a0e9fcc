import { personOf } from '../../incidents/actor';
import { refuse } from '../../incidents/decision';
import { isLive, type Instant } from '../../incidents/vocabulary';
import { isMajor } from '../../incidents/priority';
import {
  happened,
  nothing,
  states,
  type ReviewDecider,
  type ReviewDecision,
  type ReviewFacts,
} from '../decision';
import { gateOf } from '../gate';
import { dueFrom } from '../policy';
import type { ReviewState } from '../state';

const start: ReviewDecider<'start'> = (state, _command, facts) => {
  if (facts.incident.status === 'merged') {
    return refuse(
      'conflict',
      'An incident that went into another one is reviewed there',
    );
  }
  const owner = state.owner ?? personOf(facts.actor);
  const isAskedAnew = state.status === 'waived' && state.draftDueAt;
  return states(
    happened(facts, 'started', {
      ...(owner && { owner }),
      ...(isAskedAnew && dueFrom(facts.now, facts.policy)),
    }),
  );
};

const assignOwner: ReviewDecider<'assign-owner'> = (state, command, facts) => {
  const owner = facts.people?.get(command.ownerRef);
  if (!owner) {
    return refuse(
      'input',
      `There is no ${command.ownerRef} in the catalog`,
      'ownerRef',
    );
  }
  return owner.ref === state.owner?.ref
    ? nothing
    : states(happened(facts, 'owner-assigned', { owner }));
};

const handIn: ReviewDecider<'hand-in'> = (state, _command, facts) =>
  isLive(facts.incident.status)
    ? refuse('conflict', 'Its incident is not over yet')
    : throughGate(state, facts, 'handed-in');

const sendBack: ReviewDecider<'send-back'> = (state, { reason }, facts) =>
  states(happened(facts, 'sent-back', draftDueAnew(state, facts), { reason }));

/** It may have been edited since it was handed in. */
const approve: ReviewDecider<'approve'> = (state, _command, facts) =>
  throughGate(state, facts, 'approved');

const waive: ReviewDecider<'waive'> = (_state, { reason }, facts) =>
  states(happened(facts, 'waived', {}, { reason }));

const require: ReviewDecider<'require'> = (state, command, facts) => {
  if (state.status === 'waived') {
    return nothing;
  }
  const owner = command.owner ?? state.owner ?? facts.incident.lead;
  return states(
    happened(facts, 'needed', {
      because: command.because,
      required:
        facts.incident.mode === 'real' && isMajor(facts.incident.priority),
      ...dueFrom(facts.now, facts.policy),
      ...(owner && { owner }),
    }),
  );
};

const release: ReviewDecider<'release'> = (state, { because }, facts) => {
  // What somebody was asked for does not hang on the priority.
  const isAskedFor = because !== 'demoted' && state.status === 'needed';
  return state.required || isAskedFor
    ? states(happened(facts, 'released', { because }))
    : nothing;
};

const reopen: ReviewDecider<'reopen'> = (state, { because }, facts) => {
  if (because === 'corrected') {
    return states(...reopeningOf(state, facts, because));
  }
  return state.status === 'not-needed'
    ? nothing
    : states(happened(facts, 'reopened', { because }));
};

const fireClock: ReviewDecider<'fire-clock'> = (_state, command, facts) =>
  states(
    happened(facts, 'clock-fired', {
      clock: command.clock,
      dueAt: command.dueAt,
    }),
  );

/** Only where nothing is missing. */
function throughGate(
  state: ReviewState,
  facts: ReviewFacts,
  type: 'handed-in' | 'approved',
): ReviewDecision {
  const missing = gateOf(state, facts.policy.template, {
    incident: facts.incident,
    actions: facts.actions ?? 0,
  }).filter(({ met }) => !met);
  return missing.length > 0
    ? refuse(
        'conflict',
        `Still missing: ${missing.map(({ item, section }) => section ?? item).join(', ')}`,
      )
    : states(happened(facts, type, {}));
}

/** What was approved is a draft again once it says something else. */
export function reopeningOf(
  state: ReviewState,
  facts: ReviewFacts,
  because: 'edited' | 'corrected',
) {
  return state.status === 'approved'
    ? [happened(facts, 'reopened', { because, ...draftDueAnew(state, facts) })]
    : [];
}

/** What is to be written on is due anew: the draft that was handed in was in time, or told to be late. */
function draftDueAnew(
  { draftDueAt }: ReviewState,
  { now, policy }: ReviewFacts,
): { draftDueAt?: Instant } {
  return draftDueAt ? { draftDueAt: dueFrom(now, policy).draftDueAt } : {};
}

export const COURSE_DECIDERS = {
  start,
  'assign-owner': assignOwner,
  'hand-in': handIn,
  'send-back': sendBack,
  approve,
  waive,
  require,
  release,
  reopen,
  'fire-clock': fireClock,
};
