import type { CatalogSize } from '../../backends/syntheticCatalog';
import { componentRef, groupRef, userRef } from './organisation';

/** The entity and the team that are most in trouble, in the story and in what is made of it. */
export const BUSY = {
  entity: 'component:default/payments-api',
  team: 'group:default/payments',
};

/** What is different in each copy of a strand. */
export interface Copy {
  /** Counted from 0. */
  ordinal: number;
  /** How much later everything happened, in milliseconds. */
  laterMs: number;
  /** The number of the first of its incidents. */
  firstNumber: number;
  /** Whether it is known to its people alone. */
  isPrivate: boolean;
  /** What stands for an entity, a group or a person. */
  ref(original: string): string;
}

/** Whose entities stand for those of the story. */
export interface Cast {
  /** Everybody and everything that the story names, with its place among its like. */
  places: ReadonlyMap<string, number>;
  organisation: CatalogSize;
}

/**
 * Who and what stand for those of the story in one copy: others in each, never one
 * for two people or two entities of it, but that the busy entity and team of a busy
 * copy are the first of all.
 */
export function castingOf(
  { places, organisation }: Cast,
  ordinal: number,
  isBusy: boolean,
): Copy['ref'] {
  const { components, groups, members } = organisation;
  const drawn = draw(ordinal);
  const oneOf = (size: number, original: string) => {
    const apart = Math.max(1, Math.floor(size / places.size));
    return (
      (Math.floor(drawn * size) + apart * (places.get(original) ?? 0)) % size
    );
  };
  return original => {
    if (isBusy && original === BUSY.entity) {
      return componentRef(0);
    }
    if (isBusy && original === BUSY.team) {
      return groupRef(0);
    }
    switch (likeOf(original)) {
      case 'group':
        return groupRef(1 + oneOf(groups - 1, original));
      case 'user': {
        const person = oneOf(groups * members, original);
        return userRef(Math.floor(person / members), person % members);
      }
      default:
        return componentRef(1 + oneOf(components - 1, original));
    }
  };
}

/** Groups, people, and all that is a component in the copies. */
export function likeOf(ref: string): 'group' | 'user' | 'component' {
  const kind = ref.slice(0, ref.indexOf(':'));
  return kind === 'group' || kind === 'user' ? kind : 'component';
}

/** A number from 0 to below 1, the same for the same seed (mulberry32). */
export function draw(seed: number): number {
  const state = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
