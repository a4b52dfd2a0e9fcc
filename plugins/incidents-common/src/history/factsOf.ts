import type { IncidentState } from '../incidents/state';
import { isLive } from '../incidents/vocabulary';
import type { IncidentFacts, Outcome } from './record';

/**
 * What service history knows of an incident from its state alone. Which change
 * caused it and what it is a part of are links that lie elsewhere.
 * @public
 */
export function factsOf(state: IncidentState): IncidentFacts {
  return {
    id: state.id,
    mode: state.mode,
    outcome: outcomeOf(state),
    priority: state.priority,
    entities: state.affected.map(({ entity, level, since }) => ({
      ref: entity.ref,
      ...(entity.ownerRef && { ownerRef: entity.ownerRef }),
      level,
      since,
    })),
    ...(state.owner && { ownerRef: state.owner.ref }),
    stamps: state.stamps,
    estimated: state.impactEstimated ? ['impactStartedAt'] : [],
    impactWindows: state.impactWindows,
    reopened: state.reopened,
    ...(state.recurrenceOf && { recurrenceOf: state.recurrenceOf.id }),
    ...(state.mode === 'backfill' && { knownUntil: state.statusSince }),
  };
}

function outcomeOf({
  status,
  recoveredAt,
}: Pick<IncidentState, 'status' | 'recoveredAt'>): Outcome {
  if (status === 'dismissed' || status === 'merged') {
    return status;
  }
  if (isLive(status)) {
    return 'live';
  }
  return recoveredAt ? 'recovered' : 'resolved';
}
