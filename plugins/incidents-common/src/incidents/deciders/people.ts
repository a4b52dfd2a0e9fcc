import { personOf } from '../actor';
import { happened, nothing, on, refuse, type Decider } from '../decision';

const follow: Decider<'follow'> = (state, _command, facts) => {
  const who = personOf(facts.actor);
  if (!who) {
    return refuse('forbidden', 'Only a person can follow an incident');
  }
  return facts.actorFollows
    ? nothing
    : { events: on(state.id, happened(facts, 'followed', { person: who })) };
};

const unfollow: Decider<'unfollow'> = (state, _command, facts) => {
  const who = personOf(facts.actor);
  return who && facts.actorFollows
    ? { events: on(state.id, happened(facts, 'unfollowed', { person: who })) }
    : nothing;
};

const reportAffected: Decider<'report-affected'> = (state, command, facts) => {
  const who = personOf(facts.actor);
  if (!who) {
    return refuse('forbidden', 'Only a person can say that they are affected');
  }
  if (facts.actorIsAffected) {
    return nothing;
  }
  return {
    events: on(
      state.id,
      happened(
        facts,
        'affected-reported',
        { person: who },
        { symptom: command.symptom },
      ),
      ...(facts.actorFollows
        ? []
        : [happened(facts, 'followed', { person: who })]),
    ),
  };
};

export const PEOPLE_DECIDERS = {
  follow,
  unfollow,
  'report-affected': reportAffected,
};
