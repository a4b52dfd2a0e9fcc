import type { Actor } from '@linchpin/backstage-plugin-incidents-common';

/** Who did something, in the tables of what happened. */
export interface ActorColumns {
  actor_type: 'user' | 'system';
  actor_ref: string | null;
  actor_name: string;
}

export function toActorColumns(actor: Actor): ActorColumns {
  return {
    actor_type: actor.type,
    actor_ref: actor.type === 'user' ? actor.ref : null,
    actor_name: actor.name,
  };
}

export function toActor(row: ActorColumns): Actor {
  return row.actor_type === 'user'
    ? { type: 'user', ref: row.actor_ref!, name: row.actor_name }
    : { type: 'system', name: row.actor_name };
}
