import type { IncidentFacts } from '@linchpin/backstage-plugin-incidents-common/history';
import type { Knex } from 'knex';
import { toInstant } from '../../../plugins/incidents-backend/src/database/instant';
import { componentRef } from './organisation';

/** Which of the services it is; the smallest organisation has so many. */
export const STEADY_SERVICE = 99;

const INCIDENTS = 40;

/**
 * Lets one service have forty incidents of the last year, apart from each other, and
 * no others: what is asked about it is answered with as much among few incidents as
 * among many.
 */
export async function settle(knex: Knex): Promise<void> {
  const ref = componentRef(STEADY_SERVICE);
  await knex('incident_entities').where({ entity_ref: ref }).delete();
  const [{ last }] = await knex('incidents').max({ last: 'number' });
  // They are told in the order of two years.
  const apart = Math.floor(Number(last) / 2 / INCIDENTS);
  for (let n = 0; n < INCIDENTS; n++) {
    await affect(knex, ref, Number(last) - n * apart);
  }
}

/** Says of the last incident up to a number, which counts as one and is over, that it affected a service. */
async function affect(knex: Knex, ref: string, upTo: number): Promise<void> {
  const { id, facts, declared_at } = await knex('incidents')
    .where('number', '<=', upTo)
    .where({ mode: 'real', visibility: 'public', live: false })
    .whereIn('status', ['resolved', 'closed'])
    .whereNotIn(
      'id',
      knex('incident_entities').where('entity_ref', ref).select('incident_id'),
    )
    .orderBy('number', 'desc')
    .first('id', 'facts', 'declared_at');
  const known: IncidentFacts = JSON.parse(facts);
  const entity = {
    ref,
    level: 'confirmed',
    since: toInstant(declared_at),
  } as const;
  await knex('incidents')
    .where({ id })
    .update({
      facts: JSON.stringify({
        ...known,
        entities: [...known.entities, entity],
      }),
    });
  await knex('incident_entities').insert({
    incident_id: id,
    entity_ref: ref,
    level: entity.level,
    live: false,
    declared_at,
  });
}
