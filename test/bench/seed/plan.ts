import type { CatalogSize } from '../../backends/syntheticCatalog';
import { componentRef, groupRef, userRef } from './organisation';
import type { Copy } from './Template';

/** The entity and the team that are most in trouble, in the story and in what is made of it. */
export const BUSY = {
  entity: 'component:default/payments-api',
  team: 'group:default/payments',
};

const YEAR_MS = 365 * 86_400_000;

/** What the copies of a story are about. */
export interface Plan {
  /** Everybody and everything that the story names. */
  cast: readonly string[];
  /** Whose entities stand for those of the story. */
  organisation: CatalogSize;
  /** How many incidents of the story there are in a copy. */
  numbers: number;
  /** In the first copies, the busy entity and team are the first of all. */
  busyCopies: number;
}

/** A copy that happened at some time of the year before the story, or as the story where it is live. */
export function copyOf(plan: Plan, ordinal: number, isLive: boolean): Copy {
  const random = randomOf(ordinal);
  const { components, groups, members } = plan.organisation;
  const isBusy = ordinal < plan.busyCopies;
  return {
    ordinal,
    laterMs: isLive ? 0 : -Math.floor(random() * YEAR_MS),
    number: original => ordinal * plan.numbers + original,
    ref(original) {
      if (isBusy && original === BUSY.entity) {
        return componentRef(0);
      }
      if (isBusy && original === BUSY.team) {
        return groupRef(0);
      }
      const place = plan.cast.indexOf(original);
      const index = ordinal * plan.cast.length + place;
      switch (original.slice(0, original.indexOf(':'))) {
        case 'group':
          return groupRef(1 + (index % (groups - 1)));
        case 'user':
          return userRef(index % groups, index % members);
        default:
          return componentRef(1 + (index % (components - 1)));
      }
    },
  };
}

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
