import type { Routing } from '../../routing/resolveOwner';
import { clocksOf } from '../clocks';
import { happened, nothing, on, type Decider } from '../decision';
import { isMajor, isMoreCritical, priorityOf } from '../priority';
import type { IncidentState } from '../state';
import { isLive } from '../vocabulary';

const route: Decider<'route'> = (state, { routing }, facts) => {
  const entity = routing.entity ?? state.entity;
  const same =
    routing.owner?.ref === state.owner?.ref &&
    entity?.ref === state.entity?.ref &&
    routing.unrouted === state.unrouted;
  return same || !isLive(state.status) || isPeoplesChoice(state, routing)
    ? nothing
    : {
        events: on(
          state.id,
          happened(facts, 'routed', {
            ...(entity && { entity }),
            ...(routing.owner && { owner: routing.owner }),
            ...(routing.unrouted && { unrouted: routing.unrouted }),
            steps: routing.steps,
            told: routing.people,
          }),
        ),
      };
};

/** Where people have said what it is about or whose it is, that stands. */
function isPeoplesChoice(state: IncidentState, routing: Routing): boolean {
  const isAboutSomethingElse =
    state.entity !== undefined &&
    routing.entity !== undefined &&
    state.entity.ref !== routing.entity.ref;
  const wasPassedOn = state.passes > 0 && state.unrouted === undefined;
  return isAboutSomethingElse || wasPassedOn;
}

/** Alerts raise what nobody has judged yet; a person's judgement stands. */
const raise: Decider<'raise'> = (state, { impact, urgency }, facts) => {
  if (state.status !== 'triage' || state.judged) {
    return nothing;
  }
  const to = priorityOf({ impact, urgency, risks: state.risks });
  if (!isMoreCritical(to, state.priority)) {
    return nothing;
  }
  return {
    events: on(
      state.id,
      happened(facts, 'prioritised', {
        impact,
        urgency,
        risks: state.risks,
        from: state.priority,
        to,
        because: 'alert',
      }),
    ),
  };
};

const recover: Decider<'recover'> = (state, _command, facts) =>
  isLive(state.status) && !state.recoveredAt
    ? { events: on(state.id, happened(facts, 'recovered', {})) }
    : nothing;

const relapse: Decider<'relapse'> = (state, _command, facts) =>
  isLive(state.status) && state.recoveredAt
    ? { events: on(state.id, happened(facts, 'relapsed', {})) }
    : nothing;

/**
 * A clock that does not run any more says nothing. One that does is believed when
 * it fell due: the policy may have changed since it was started.
 */
const fireClock: Decider<'fire-clock'> = (state, { clock, dueAt }, facts) =>
  clocksOf(state, facts.policy).some(({ kind }) => kind === clock)
    ? {
        events: on(state.id, happened(facts, 'clock-fired', { clock, dueAt })),
      }
    : nothing;

const resumeDue: Decider<'resume-due'> = (state, _command, facts) =>
  state.hold && state.hold.resumeBy <= facts.now
    ? { events: on(state.id, happened(facts, 'resumed', { because: 'due' })) }
    : nothing;

const closeQuiet: Decider<'close-quiet'> = (state, _command, facts) =>
  state.status === 'resolved' && !isMajor(state.priority)
    ? { events: on(state.id, happened(facts, 'closed', { because: 'quiet' })) }
    : nothing;

const resolveRecovered: Decider<'resolve-recovered'> = (
  state,
  _command,
  facts,
) =>
  state.status === 'triage' && state.recoveredAt
    ? {
        events: on(
          state.id,
          happened(facts, 'resolved', {
            at: state.recoveredAt,
            because: 'recovered',
          }),
        ),
      }
    : nothing;

const expireUndo: Decider<'expire-undo'> = (state, _command, facts) =>
  state.undoUntil && state.undoUntil <= facts.now
    ? { events: on(state.id, happened(facts, 'undo-expired', {})) }
    : nothing;

export const ENGINE_DECIDERS = {
  route,
  raise,
  recover,
  relapse,
  'fire-clock': fireClock,
  'resume-due': resumeDue,
  'close-quiet': closeQuiet,
  'resolve-recovered': resolveRecovered,
  'expire-undo': expireUndo,
};
