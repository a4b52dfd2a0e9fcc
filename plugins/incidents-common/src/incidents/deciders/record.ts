import { happened, nothing, on, refuse, type Decider } from '../decision';
import { impactCorrected, impactOutOfOrder } from '../impact';
import { AFFECTED_MAX } from '../limits';
import { risksInOrder } from '../priority';
import { reassessed } from './assessment';

const prioritise: Decider<'prioritise'> = (state, command, facts) => {
  const { impact, urgency, override } = command;
  const risks = risksInOrder(command.risks);
  const same =
    impact === state.impact &&
    urgency === state.urgency &&
    override?.priority === state.override &&
    risks.join() === risksInOrder(state.risks).join();
  if (same) {
    return nothing;
  }
  const assessment = { impact, urgency, risks, override: override?.priority };
  return {
    events: on(
      state.id,
      ...reassessed(state, assessment, facts, override?.reason),
    ),
  };
};

const assignEntity: Decider<'assign-entity'> = (state, command, facts) => {
  const { routing } = facts;
  if (routing?.unrouted === 'catalog-unavailable') {
    return refuse('conflict', 'The catalog does not answer now; try again');
  }
  if (!routing?.entity) {
    return refuse(
      'input',
      `There is no entity ${command.entityRef} in the catalog`,
      'entityRef',
    );
  }
  const leadsElsewhere =
    routing.entity.ref !== state.entity?.ref ||
    (state.unrouted && state.unrouted !== routing.unrouted);
  if (!leadsElsewhere) {
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
  const known = state.affected.find(a => a.entity.ref === command.entityRef);
  const entity = facts.entity ?? known?.entity;
  if (!entity) {
    return refuse(
      'input',
      `There is no entity ${command.entityRef} in the catalog`,
      'entityRef',
    );
  }
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
  const misplaced = impactOutOfOrder(
    impactCorrected(state.impactWindows, { stamp, from, to: at }),
  );
  if (misplaced) {
    return refuse(
      'input',
      `The impact from ${misplaced.from} to ${misplaced.to} would not be in order any more`,
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
