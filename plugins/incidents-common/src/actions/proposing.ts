import { refuse } from '../incidents/decision';
import { dayOf } from '../history/workingDays';
import type { Day } from './vocabulary';
import type { ProposeAction } from './commands';
import { happened, type ActionDecision, type ActionFacts } from './decision';
import { defaultDueOn } from './policy';

/** A new action item. @public */
export function decideProposal(
  { number, request, priority, place, ...command }: ProposeAction,
  facts: Pick<ActionFacts, 'now' | 'actor' | 'policy'>,
): ActionDecision {
  const { now, policy } = facts;
  const { title, type, factor, description, quote } = request;
  const dueOn = request.dueOn ?? defaultDueOn(priority, now, policy);
  if (isPast(dueOn, facts)) {
    return refuse('input', 'must not be over already', 'dueOn');
  }
  const { entity, owner, unrouted } = place;
  return {
    events: [
      happened(
        facts,
        'proposed',
        {
          number,
          title,
          type,
          priority,
          ...(factor && { factor }),
          ...(entity && { entity }),
          ...(place.entityGone && { entityGone: true }),
          ...(owner && { owner }),
          ...(unrouted && { unrouted }),
          ...(command.responsible && { responsible: command.responsible }),
          accountable: command.accountable,
          dueOn,
          origins: command.origins,
        },
        { description, quote },
      ),
    ],
  };
}

/** Whether a day is over where the organisation is. */
export function isPast(
  day: Day,
  { now, policy }: Pick<ActionFacts, 'now' | 'policy'>,
): boolean {
  return day < dayOf(now, policy.zone);
}
