import {
  happened,
  nothing,
  type ActionDecider,
  type ActionDecision,
  type ActionFacts,
} from './decision';
import type { ActionOwnership, DecidedActionEvent } from './events';
import type { ActionItemState } from './state';
import { actionClocksOf } from './clocks';
import { isOpenAction } from './vocabulary';

/** What the product does to action items by itself. */
export const ENGINE_DECIDERS: {
  'fire-clock': ActionDecider<'fire-clock'>;
  'note-recurrence': ActionDecider<'note-recurrence'>;
  'follow-catalog': ActionDecider<'follow-catalog'>;
} = {
  'fire-clock'(state, { clock, dueAt }, facts) {
    const runs = actionClocksOf(state, facts.policy).some(
      running => running.kind === clock && running.dueAt === dueAt,
    );
    return runs
      ? {
          events: [
            happened(facts, 'clock-fired', { clock, dueOn: state.dueOn }),
          ],
        }
      : nothing;
  },

  'note-recurrence': ({ status, dueOn }, { incident }, facts) =>
    isOpenAction(status)
      ? { events: [happened(facts, 'recurred', { incident, dueOn })] }
      : nothing,

  /** What is over stays with whom it was. */
  'follow-catalog'(state, { place, gone }, facts): ActionDecision {
    if (
      !isOpenAction(state.status) ||
      place.unrouted === 'catalog-unavailable'
    ) {
      return nothing;
    }
    return {
      events: [
        ...entityFollowed(state, place.entity !== undefined, facts),
        ...ownerFollowed(state, ownershipNow(state, place, gone), facts),
        ...peopleFollowed(state, gone, facts),
      ],
    };
  },
};

function entityFollowed(
  { entity, entityGone }: ActionItemState,
  isThere: boolean,
  facts: ActionFacts,
): DecidedActionEvent[] {
  if (!entity || isThere === !entityGone) {
    return [];
  }
  return [happened(facts, isThere ? 'entity-back' : 'entity-gone', { entity })];
}

/** What has no entity any more stays with its owner, as long as that is there. */
function ownershipNow(
  { owner }: ActionItemState,
  { entity: now, ...ownership }: ActionOwnership & { entity?: object },
  gone: readonly string[],
): ActionOwnership | undefined {
  if (now) {
    return ownership;
  }
  return owner && gone.includes(owner.ref)
    ? { unrouted: 'owner-not-in-catalog', told: ownership.told }
    : undefined;
}

function ownerFollowed(
  { owner: from, unrouted }: ActionItemState,
  now: ActionOwnership | undefined,
  facts: ActionFacts,
): DecidedActionEvent[] {
  if (!now || (now.owner?.ref === from?.ref && now.unrouted === unrouted)) {
    return [];
  }
  return [
    happened(facts, 'owner-changed', {
      ...(from && { from }),
      ...(now.owner && { owner: now.owner }),
      ...(now.unrouted && { unrouted: now.unrouted }),
      told: now.told,
    }),
  ];
}

function peopleFollowed(
  { responsible, accountable }: ActionItemState,
  gone: readonly string[],
  facts: ActionFacts,
): DecidedActionEvent[] {
  return [
    ...(responsible && gone.includes(responsible.ref)
      ? [happened(facts, 'responsible-gone', { person: responsible })]
      : []),
    ...(accountable && gone.includes(accountable.ref)
      ? [happened(facts, 'accountable-gone', { accountable })]
      : []),
  ];
}
