import type { CatalogDirectory } from '../catalog';
import type { TeamDirectory } from './InboxReader';

/**
 * The teams of a person from the directory. A portal that has just been set up
 * has none yet; then the catalog is asked for those of the person.
 */
export function teamDirectory(
  directory: Pick<CatalogDirectory, 'teams' | 'readThrough'>,
): TeamDirectory {
  return {
    async teamsOf(ownershipRefs) {
      const groups = ownershipRefs.filter(ref => ref.startsWith('group:'));
      const known = await directory.teams.teamsOf(groups);
      if (known.own.length > 0 || groups.length === 0) {
        return known;
      }
      await directory.readThrough.freshen(groups);
      return directory.teams.teamsOf(groups);
    },
  };
}
