import type { EntityCandidate } from '@linchpin/backstage-plugin-incidents-common';
import type { EntityMatcher } from './EntityMatcher';

/** Proposes what labels that matched no single entity may be about. */
export class LabelCandidates {
  readonly #matcher: EntityMatcher;

  constructor(matcher: EntityMatcher) {
    this.#matcher = matcher;
  }

  async candidates(
    labels: Readonly<Record<string, string>>,
  ): Promise<EntityCandidate[]> {
    const match = await this.#matcher.match(labels);
    return match.outcome === 'matched' ? [] : match.candidates;
  }
}
