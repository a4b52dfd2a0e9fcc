import { AFFECTED_MAX } from '../limits';
import { updateDueAfter } from '../cadence';
import { happened, nothing, on, refuse, type Decider } from '../decision';
import { isMoreCritical, priorityOf } from '../priority';

const prioritise: Decider<'prioritise'> = (state, command, facts) => {
  const to = priorityOf({
    ...command,
    override: command.override?.priority,
  });
  const risks = [...command.risks].sort();
  const same =
    command.impact === state.impact &&
    command.urgency === state.urgency &&
    command.override?.priority === state.override &&
    risks.join() === [...state.risks].sort().join();
  if (same) {
    return nothing;
  }
  const due = earlierUpdate(state.nextUpdateAt, state.priority, to, facts);
  return {
    events: on(
      state.id,
      happened(
        facts,
        'prioritised',
        {
          impact: command.impact,
          urgency: command.urgency,
          risks,
          ...(command.override && { override: command.override.priority }),
          from: state.priority,
          to,
          because: 'person',
          ...(due && { nextUpdateAt: due }),
        },
        { reason: command.override?.reason },
      ),
    ),
  };
};

/** A raised priority brings the next update forward; a lowered one leaves it. */
function earlierUpdate(
  current: string | undefined,
  from: Parameters<typeof isMoreCritical>[0],
  to: Parameters<typeof isMoreCritical>[0],
  facts: Parameters<typeof updateDueAfter>[0],
): string | undefined {
  if (!current || !isMoreCritical(to, from)) {
    return current;
  }
  const due = updateDueAfter(facts, to, 'first');
  return due && due < current ? due : current;
}

const assignEntity: Decider<'assign-entity'> = (state, command, facts) => {
  const { routing } = facts;
  if (!routing?.entity) {
    return refuse(
      'input',
      `There is no entity ${command.entityRef} in the catalog`,
      'entityRef',
    );
  }
  if (routing.entity.ref === state.entity?.ref) {
    return nothing;
  }
  return {
    events: on(
      state.id,
      happened(facts, 'routed', {
        entity: routing.entity,
        ...(routing.owner && { owner: routing.owner }),
        ...(routing.unrouted && { unrouted: routing.unrouted }),
        steps: routing.steps,
        told: routing.people,
      }),
    ),
  };
};

const markAffected: Decider<'mark-affected'> = (state, command, facts) => {
  const { entity } = facts;
  if (!entity) {
    return refuse(
      'input',
      `There is no entity ${command.entityRef} in the catalog`,
      'entityRef',
    );
  }
  const known = state.affected.find(a => a.entity.ref === entity.ref);
  if (known?.level === command.level) {
    return nothing;
  }
  if (known?.level === 'root') {
    return refuse(
      'conflict',
      `${entity.title} is where the incident is; assign another entity first`,
      'entityRef',
    );
  }
  if (!known && state.affected.length >= AFFECTED_MAX) {
    return refuse(
      'conflict',
      `An incident names at most ${AFFECTED_MAX} entities`,
      'entityRef',
    );
  }
  return {
    events: on(
      state.id,
      happened(facts, 'affected-changed', { entity, level: command.level }),
    ),
  };
};

const unmarkAffected: Decider<'unmark-affected'> = (state, command, facts) => {
  const known = state.affected.find(a => a.entity.ref === command.entityRef);
  if (!known) {
    return nothing;
  }
  if (known.level === 'root') {
    return refuse(
      'conflict',
      `${known.entity.title} is where the incident is; assign another entity first`,
      'entityRef',
    );
  }
  return {
    events: on(
      state.id,
      happened(facts, 'affected-changed', { entity: known.entity }),
    ),
  };
};

const rename: Decider<'rename'> = (state, command, facts) =>
  command.title === state.title
    ? nothing
    : {
        events: on(
          state.id,
          happened(facts, 'renamed', { from: state.title, to: command.title }),
        ),
      };

const correctTime: Decider<'correct-time'> = (state, command, facts) => {
  const { stamp, at } = command;
  const from = state.stamps[stamp];
  if (!from && stamp !== 'impactStartedAt') {
    return refuse(
      'conflict',
      `It has no ${stamp} yet, so there is nothing to correct`,
      'stamp',
    );
  }
  if (at > facts.now) {
    return refuse('input', 'A correction cannot lie in the future', 'at');
  }
  const others = Object.entries(state.stamps).filter(
    ([name, value]) => name !== 'impactStartedAt' && value !== undefined,
  );
  if (stamp === 'impactStartedAt') {
    const earlier = others.find(([, value]) => value! < at);
    if (earlier) {
      return refuse(
        'input',
        `The impact cannot have started after ${earlier[0]} (${earlier[1]})`,
        'at',
      );
    }
  } else if (
    state.stamps.impactStartedAt &&
    at < state.stamps.impactStartedAt
  ) {
    return refuse(
      'input',
      `It cannot lie before the impact started (${state.stamps.impactStartedAt})`,
      'at',
    );
  }
  if (at === from && !(stamp === 'impactStartedAt' && state.impactEstimated)) {
    return nothing;
  }
  return {
    events: on(
      state.id,
      happened(
        facts,
        'time-corrected',
        { stamp, ...(from && { from }), to: at },
        { reason: command.reason },
      ),
    ),
  };
};

export const RECORD_DECIDERS = {
  prioritise,
  'assign-entity': assignEntity,
  'mark-affected': markAffected,
  'unmark-affected': unmarkAffected,
  rename,
  'correct-time': correctTime,
};
