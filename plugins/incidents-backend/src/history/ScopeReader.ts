import type { HistoryQuery } from '@linchpin/backstage-plugin-incidents-common';
import type { CatalogDirectory } from '../catalog';
import type { Scope } from './scope';

/** Finds out in the directory what the history of an entity is about. */
export class ScopeReader {
  readonly #directory: Pick<CatalogDirectory, 'parts' | 'teams'>;

  constructor(directory: Pick<CatalogDirectory, 'parts' | 'teams'>) {
    this.#directory = directory;
  }

  /** Asks nothing where an entity has no parts. */
  async of(
    entityRef: string,
    ownership: HistoryQuery['ownership'],
  ): Promise<Scope> {
    switch (entityRef.slice(0, entityRef.indexOf(':'))) {
      case 'group':
        return this.ofGroups([entityRef], ownership);
      case 'system':
      case 'domain':
        return { entityRefs: await this.#directory.parts.partsOf(entityRef) };
      default:
        return { entityRefs: [entityRef] };
    }
  }

  /** What these groups, and those below them, are accountable for. */
  async ofGroups(
    refs: readonly string[],
    ownership: HistoryQuery['ownership'],
  ): Promise<Scope> {
    const { below } = await this.#directory.teams.teamsOf(refs);
    const groupRefs = [...refs, ...below.map(({ ref }) => ref)];
    return { accountable: { groupRefs, ownership } };
  }
}
