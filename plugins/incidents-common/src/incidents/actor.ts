import type { Actor } from './events';
import type { PersonSnapshot } from './state';

/** Who acts, where it is a person. */
export function personOf(actor: Actor): PersonSnapshot | undefined {
  return actor.type === 'user'
    ? { ref: actor.ref, name: actor.name }
    : undefined;
}

/** Whoever acted, by name; without a ref where it was no person. */
export function signatureOf(actor: Actor): PersonSnapshot {
  return personOf(actor) ?? { ref: '', name: actor.name };
}
