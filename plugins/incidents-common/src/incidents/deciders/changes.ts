import { happened, nothing, on, refuse, type Decider } from '../decision';

/** One change is the cause: what was linked before is linked no more. */
const linkChange: Decider<'link-change'> = (state, command, facts) => {
  const { change } = facts;
  const { causedBy } = state;
  if (causedBy?.id === command.changeId) {
    return nothing;
  }
  if (!change) {
    return refuse('input', `No change ${command.changeId}`, 'changeId');
  }
  return {
    events: on(
      state.id,
      ...(causedBy
        ? [happened(facts, 'change-unlinked', { change: causedBy })]
        : []),
      happened(facts, 'change-linked', { change }),
    ),
  };
};

const unlinkChange: Decider<'unlink-change'> = (state, _command, facts) =>
  state.causedBy
    ? {
        events: on(
          state.id,
          happened(facts, 'change-unlinked', { change: state.causedBy }),
        ),
      }
    : nothing;

export const CHANGE_DECIDERS = {
  'link-change': linkChange,
  'unlink-change': unlinkChange,
};
