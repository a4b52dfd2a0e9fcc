import type { Routing } from '../routing/resolveOwner';
import type { ActionPlace } from './commands';

/**
 * Who owns what is done to an entity: the group that the catalog names as its owner,
 * or that of its system or domain. Where the catalog has none of them it is unrouted,
 * unlike an incident, which cannot wait: the group above it or the last resort is
 * told, and does not own it for that.
 * @public
 */
export function actionPlaceOf(routing: Routing): ActionPlace {
  const { entity, owner, steps, people } = routing;
  const named = steps.findLast(step => step.step === 'owned-by');
  const isOwner =
    named !== undefined &&
    !steps.some(
      step =>
        step.step === 'last-resort' ||
        (step.step === 'group-missing' && step.groupRef === named.ownerRef),
    );
  const reason = named ? 'owner-not-in-catalog' : 'no-owner';
  const unrouted = routing.unrouted ?? (isOwner ? undefined : reason);
  return {
    ...(entity && { entity }),
    ...(unrouted ? { unrouted } : { owner }),
    told: people,
  };
}
