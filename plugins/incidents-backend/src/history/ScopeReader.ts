import type { HistoryQuery } from '@linchpin/backstage-plugin-incidents-common';
import type { CatalogDirectory } from '../catalog';
import type { Scope } from './scope';

/** Finds out in the directory what the history of an entity is about. */
export class ScopeReader {
  readonly #directory: Pick<CatalogDirectory, 'parts' | 'teams'>;

  constructor(directory: Pick<CatalogDirectory, 'parts' | 'teams'>) {
    this.#directory = directory;
  }

  /** Of a group also those below it; asks nothing where an entity has no parts. */
  async of(
    entityRef: string,
    ownership: HistoryQuery['ownership'],
  ): Promise<Scope> {
    const { parts, teams } = this.#directory;
    switch (entityRef.slice(0, entityRef.indexOf(':'))) {
      case 'group': {
        const { below } = await teams.teamsOf([entityRef]);
        const groupRefs = [entityRef, ...below.map(({ ref }) => ref)];
        return { accountable: { groupRefs, ownership } };
      }
      case 'system':
      case 'domain':
        return { entityRefs: await parts.partsOf(entityRef) };
      default:
        return { entityRefs: [entityRef] };
    }
  }
}
