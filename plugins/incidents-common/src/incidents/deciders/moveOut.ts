import type { Routing } from '../../routing/resolveOwner';
import {
  happened,
  on,
  refuse,
  type Decider,
  type Facts,
  type IncidentEvent,
  type MovingAlerts,
} from '../decision';
import type { IncidentState } from '../state';
import { decideOpening } from './opening';

/** Alerts that tell another story get an incident of their own, beside this one. */
const moveOut: Decider<'move-out'> = (state, command, facts) => {
  const { moving } = facts;
  const missing = command.alerts.find(
    id => !moving?.moved.some(alert => alert.id === id),
  );
  if (!moving || missing !== undefined) {
    return refuse(
      'input',
      `INC-${state.number} has no alert ${missing}`,
      'alerts',
    );
  }
  if (moving.rest.count === 0 && !state.reporter) {
    return refuse(
      'input',
      'These are all its alerts, and nobody has reported it: nothing would remain. Leave at least one',
      'alerts',
    );
  }
  const opening = decideOpening(
    {
      type: 'open',
      ...moving.to,
      source: 'alert',
      status: 'triage',
      request: {
        title: command.title ?? moving.moved[0].title,
        risks: [],
        mode: state.mode,
        visibility: state.visibility,
      },
      impact: state.impact,
      urgency: state.urgency,
      routing: routingNow(state, facts.routing),
      affected: [],
    },
    facts,
  );
  return opening.refusal
    ? opening
    : {
        events: [
          ...staying(state, moving, facts),
          ...opening.events,
          ...movedIn(state, moving, facts),
        ],
      };
};

/** What the incident that they leave is told of it. */
function staying(
  state: IncidentState,
  { to, moved, rest }: MovingAlerts,
  facts: Facts,
): IncidentEvent[] {
  const hasRecovered =
    rest.count > 0 && rest.firing === 0 && !state.recoveredAt;
  return on(
    state.id,
    happened(facts, 'alerts-moved-out', { to, count: moved.length }),
    ...(hasRecovered ? [happened(facts, 'recovered', {})] : []),
  );
}

/** Alerts that ended before they moved will not end again, so it is told here. */
function movedIn(
  { id, number }: IncidentState,
  { to, moved }: MovingAlerts,
  facts: Facts,
): IncidentEvent[] {
  const fires = moved.some(({ firing }) => firing);
  return on(
    to.id,
    happened(facts, 'alerts-moved-in', {
      from: { id, number },
      count: moved.length,
    }),
    ...(fires ? [] : [happened(facts, 'recovered', {})]),
  );
}

/**
 * To whoever has the incident that they leave: with the people of today where the
 * catalog still leads there, else as it was routed.
 */
function routingNow(state: IncidentState, now: Routing | undefined): Routing {
  return now?.owner && now.owner.ref === state.owner?.ref
    ? now
    : {
        ...(state.entity && { entity: state.entity }),
        ...(state.owner && { owner: state.owner }),
        ...(state.unrouted && { unrouted: state.unrouted }),
        steps: state.routing,
        people: state.told,
      };
}

export const MOVE_OUT_DECIDERS = { 'move-out': moveOut };
