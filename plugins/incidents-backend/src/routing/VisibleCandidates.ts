import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityCandidate } from '@linchpin/backstage-plugin-incidents-common';
import type { EntityPicker } from '../catalog/EntityPicker';
import type { LabelCandidates } from './LabelCandidates';

/**
 * Candidates as far as a person may see them in the catalog. While it does not
 * answer there are none: the incident itself must be readable then too.
 */
export class VisibleCandidates {
  readonly #candidates: LabelCandidates;
  readonly #picker: Pick<EntityPicker, 'visibleTo'>;

  constructor(
    candidates: LabelCandidates,
    picker: Pick<EntityPicker, 'visibleTo'>,
  ) {
    this.#candidates = candidates;
    this.#picker = picker;
  }

  async candidates(
    labels: Readonly<Record<string, string>>,
    credentials: BackstageCredentials,
  ): Promise<EntityCandidate[]> {
    const found = await this.#candidates.candidates(labels);
    const visible = await this.#picker
      .visibleTo(
        credentials,
        found.map(({ entityRef }) => entityRef),
      )
      .catch(() => new Set<string>());
    return found.filter(({ entityRef }) => visible.has(entityRef));
  }
}
