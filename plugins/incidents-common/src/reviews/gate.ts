import type { IncidentState } from '../incidents/state';
import type { GateItem } from '../schemas/answers/reviews';
import { sectionOf, type ReviewState } from './state';
import type { ReviewTemplate } from './template';

/**
 * What a review has, and what it lacks until it may be handed in and approved.
 * Source: Google, "Postmortem culture" (is the data complete, the impact known, the
 * action plan there).
 * @public
 */
export function gateOf(
  state: ReviewState,
  { sections, gate }: ReviewTemplate,
  facts: {
    incident: Pick<IncidentState, 'impactEstimated'>;
    /** How many action items the incident has. */
    actions: number;
  },
): GateItem[] {
  const met: Record<Exclude<GateItem['item'], 'section'>, boolean> = {
    factor: state.factors.length > 0,
    action: facts.actions > 0,
    owner: state.owner !== undefined,
    'impact-start': !facts.incident.impactEstimated,
    'texts-joined': Object.values(state.sections).every(
      ({ beside }) => beside.length === 0,
    ),
  };
  const written = sections
    .filter(({ required }) => required && gate.includes('section'))
    .map(({ id }): GateItem => ({
      item: 'section',
      section: id,
      met: sectionOf(state, id)?.written ?? false,
    }));
  const others = (Object.keys(met) as (keyof typeof met)[])
    .filter(item => item === 'texts-joined' || gate.includes(item))
    .map((item): GateItem => ({ item, section: null, met: met[item] }));
  return [...written, ...others];
}
