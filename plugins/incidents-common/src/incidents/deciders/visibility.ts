import { happened, nothing, on, refuse, type Decider } from '../decision';

/**
 * From now on only its owner and those who are in it already know of it. What
 * alerts tell of stays in sight: others must still see the outage.
 */
const makePrivate: Decider<'make-private'> = (state, _command, facts) => {
  if (state.visibility === 'private') {
    return nothing;
  }
  if (facts.alerts) {
    return refuse(
      'conflict',
      'Alerts tell of it, so it stays in sight. Report what is confidential as a private incident of its own',
    );
  }
  const { actor } = facts;
  return {
    events: on(
      state.id,
      happened(facts, 'visibility-changed', { to: 'private' }),
      ...(actor.type === 'user' && !facts.actorFollows
        ? [
            happened(facts, 'followed', {
              person: { ref: actor.ref, name: actor.name },
            }),
          ]
        : []),
    ),
  };
};

const makePublic: Decider<'make-public'> = (state, _command, facts) =>
  state.visibility === 'public'
    ? nothing
    : {
        events: on(
          state.id,
          happened(facts, 'visibility-changed', { to: 'public' }),
        ),
      };

export const VISIBILITY_DECIDERS = {
  'make-private': makePrivate,
  'make-public': makePublic,
};
