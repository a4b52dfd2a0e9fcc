import type { Impact, Urgency } from '../incidents/vocabulary';

/** What the catalog knows of how much an entity matters. @public */
export interface CriticalityFacts {
  /** Value of the tier label, as it was written. */
  tier?: string;
  lifecycle?: string;
  /** Entities in production that depend on it directly. */
  productionDependants: number;
}

/** A fact that the suggestion rests on. @public */
export type CriticalityFact =
  | { fact: 'tier'; tier: string }
  | { fact: 'lifecycle'; lifecycle: string }
  | { fact: 'dependants'; count: number }
  | { fact: 'unknown-entity' };

/** What the dialog starts with; a person decides. @public */
export interface ImpactSuggestion {
  impact: Impact;
  urgency: Urgency;
  /** Why, the weightiest first. */
  because: CriticalityFact[];
}

/** From so many production dependants on, trouble with an entity is trouble for many. */
const MANY_DEPENDANTS = 5;

const TIER_WORDS: Record<string, Impact> = {
  critical: 'high',
  gold: 'high',
  high: 'high',
  silver: 'medium',
  medium: 'medium',
  bronze: 'low',
  low: 'low',
};

const WEIGHT: Record<Impact, number> = { high: 2, medium: 1, low: 0 };

/**
 * Impact from the tier and from how many depend on it, whichever says more ("if
 * unsure, take the higher", PagerDuty's response guide). Without a tier: in
 * production at least medium; anything that nothing in production depends on is
 * low. How long it can wait only the reporter knows, so urgency is medium, and
 * low for what is not in production and has no dependants there.
 *
 * @param facts - Undefined where nobody knows what it is about.
 * @public
 */
export function suggestImpact(
  facts: CriticalityFacts | undefined,
): ImpactSuggestion {
  if (!facts) {
    return {
      impact: 'medium',
      urgency: 'medium',
      because: [{ fact: 'unknown-entity' }],
    };
  }
  const { lifecycle, productionDependants: count } = facts;
  const impacts: { impact: Impact; because: CriticalityFact }[] = [];
  const byTier = facts.tier && impactOfTier(facts.tier);
  if (facts.tier && byTier) {
    impacts.push({
      impact: byTier,
      because: { fact: 'tier', tier: facts.tier },
    });
  }
  if (lifecycle) {
    impacts.push({
      impact: !byTier && lifecycle === 'production' ? 'medium' : 'low',
      because: { fact: 'lifecycle', lifecycle },
    });
  }
  if (count > 0 || impacts.length === 0) {
    impacts.push({
      impact: impactOfDependants(count),
      because: { fact: 'dependants', count },
    });
  }
  impacts.sort((a, b) => WEIGHT[b.impact] - WEIGHT[a.impact]);
  const idle =
    lifecycle !== undefined && lifecycle !== 'production' && count === 0;
  return {
    impact: impacts[0].impact,
    urgency: idle ? 'low' : 'medium',
    because: impacts.map(({ because }) => because),
  };
}

/** `1`, `tier-1` and `Tier 0` are high, 2 is medium, more is low; so are the usual words. */
function impactOfTier(tier: string): Impact | undefined {
  const number = /\d+/.exec(tier)?.[0];
  if (number === undefined) {
    return TIER_WORDS[tier.trim().toLocaleLowerCase('en-US')];
  }
  if (Number(number) <= 1) {
    return 'high';
  }
  return Number(number) === 2 ? 'medium' : 'low';
}

function impactOfDependants(count: number): Impact {
  if (count >= MANY_DEPENDANTS) {
    return 'high';
  }
  return count > 0 ? 'medium' : 'low';
}
