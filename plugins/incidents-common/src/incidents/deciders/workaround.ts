import {
  happened,
  nothing,
  on,
  refuse,
  type Decider,
  type Facts,
} from '../decision';
import type { DecidedEvent } from '../events';
import type { IncidentState } from '../state';
import { URGENCIES, type Urgency } from '../vocabulary';
import { reassessed } from './assessment';

/** Who can help themselves can wait longer: the urgency falls by one step. */
const confirmWorkaround: Decider<'confirm-workaround'> = (
  state,
  _command,
  facts,
) => {
  if (!facts.hasWorkaround) {
    return refuse(
      'conflict',
      'Nobody has been told of a workaround yet: post an update that names it',
    );
  }
  return state.workaround
    ? nothing
    : {
        events: on(
          state.id,
          happened(facts, 'workaround-confirmed', {}),
          ...withUrgency(state, eased(state.urgency), facts),
        ),
      };
};

/** It is as urgent as it was before, unless somebody has judged it anew meanwhile. */
const retractWorkaround: Decider<'retract-workaround'> = (
  state,
  _command,
  facts,
) => {
  if (!state.workaround) {
    return nothing;
  }
  const { urgencyBefore } = state.workaround;
  const isAsEased = state.urgency === eased(urgencyBefore);
  return {
    events: on(
      state.id,
      happened(facts, 'workaround-retracted', {}),
      ...withUrgency(state, isAsEased ? urgencyBefore : state.urgency, facts),
    ),
  };
};

function withUrgency(
  state: IncidentState,
  urgency: Urgency,
  facts: Facts,
): DecidedEvent[] {
  return urgency === state.urgency
    ? []
    : reassessed(state, { ...state, urgency }, facts);
}

function eased(urgency: Urgency): Urgency {
  return (
    URGENCIES[URGENCIES.indexOf(urgency) + 1] ?? URGENCIES[URGENCIES.length - 1]
  );
}

export const WORKAROUND_DECIDERS = {
  'confirm-workaround': confirmWorkaround,
  'retract-workaround': retractWorkaround,
};
