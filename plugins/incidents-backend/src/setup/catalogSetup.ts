import type { RoutingPolicy } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';
import type { LabelCandidates, OwnerlessEntities } from '../routing';
import type { CatalogSetup } from './SetupReader';

const OWNERLESS_SHOWN = 50;

/** What *Setup* shows of the catalog and of routing. */
export function catalogSetup(options: {
  knex: Knex;
  directory: CatalogDirectory;
  ownerless: OwnerlessEntities;
  candidates: LabelCandidates;
  policy: RoutingPolicy;
}): CatalogSetup {
  const { knex, directory, ownerless, candidates, policy } = options;
  return {
    async status() {
      const { refreshedAt, error } = await directory.refreshLog.status(knex);
      return { refreshedAt: refreshedAt ?? null, error: error ?? null };
    },
    async withoutOwner() {
      const { totals, items } = await ownerless.read(OWNERLESS_SHOWN);
      return {
        total: Object.values(totals).reduce((sum, total) => sum + total, 0),
        items: items.slice(0, OWNERLESS_SHOWN),
      };
    },
    candidates: labels => candidates.candidates(labels),
    async lastResortGroup() {
      const ref = policy.lastResortGroup;
      if (!ref) {
        return null;
      }
      const titles = await directory.reader.titlesOf(knex, [ref]);
      const title = titles.get(ref);
      return title ? { ref, title } : null;
    },
  };
}
