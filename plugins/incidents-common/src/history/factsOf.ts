import { impactEnded } from '../incidents/impact';
import type { IncidentState } from '../incidents/state';
import { isLive } from '../incidents/vocabulary';
import type { IncidentFacts, Outcome } from './record';

/**
 * What service history knows of an incident from its state alone. What it is a part
 * of is a link that lies elsewhere.
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
    ...endsOf(state),
    estimated: state.impactEstimated ? ['impactStartedAt'] : [],
    reopened: state.reopened,
    ...(state.recurrenceOf && { recurrenceOf: state.recurrenceOf.id }),
    ...(state.causedBy && {
      causedBy: { id: state.causedBy.id, kind: state.causedBy.kind },
    }),
    ...(state.mode === 'backfill' && { knownUntil: state.statusSince }),
  };
}

function outcomeOf(state: IncidentState): Outcome {
  const { status, recoveredAt } = state;
  if (status === 'dismissed' || status === 'merged') {
    return status;
  }
  if (isLive(status)) {
    return healedAt(state) ? 'recovered' : 'live';
  }
  return recoveredAt ? 'recovered' : 'resolved';
}

/** What has healed is over since then, as will be written down unless it fires again. */
function endsOf(
  state: IncidentState,
): Pick<IncidentFacts, 'stamps' | 'impactWindows'> {
  const { stamps, impactWindows } = state;
  const healed = healedAt(state);
  return healed
    ? {
        stamps: { ...stamps, resolvedAt: healed },
        impactWindows: impactEnded(impactWindows, healed),
      }
    : { stamps, impactWindows };
}

/** When its alerts ended, of what waits for nobody to take it any more. */
function healedAt({ status, recoveredAt }: IncidentState) {
  return status === 'triage' ? recoveredAt : undefined;
}
