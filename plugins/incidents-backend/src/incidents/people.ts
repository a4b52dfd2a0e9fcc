import type { DecidedEvent } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { PeopleStore } from './PeopleStore';

/** What a person does who works on an incident, rather than watching it. */
const RESPONDS: ReadonlySet<DecidedEvent['type']> = new Set([
  'acknowledged',
  'status-changed',
  'held',
  'update-posted',
  'resolved',
  'prioritised',
  'affected-changed',
]);

/** Writes down what an event makes of people. */
export async function projectPeople(
  tx: Knex.Transaction,
  people: PeopleStore,
  incidentId: string,
  event: DecidedEvent,
): Promise<void> {
  const { at } = event;
  switch (event.type) {
    case 'declared':
      if (event.data.reporter) {
        await people.add(tx, incidentId, 'reporter', [event.data.reporter], at);
      }
      break;
    case 'routed':
      await people.replace(tx, incidentId, 'told', event.data.told, at);
      break;
    case 'acknowledged':
      await people.replace(tx, incidentId, 'lead', [event.data.lead], at);
      break;
    case 'passed-on':
      await people.replace(tx, incidentId, 'lead', [], at);
      break;
    case 'followed':
      await people.add(tx, incidentId, 'follower', [event.data.person], at);
      break;
    case 'unfollowed':
      await people.remove(tx, incidentId, 'follower', event.data.person.ref);
      break;
    case 'affected-reported':
      await people.add(tx, incidentId, 'affected', [event.data.person], at);
      break;
    default:
      break;
  }
  if (event.actor.type === 'user' && RESPONDS.has(event.type)) {
    const { ref, name } = event.actor;
    await people.add(tx, incidentId, 'responder', [{ ref, name }], at);
  }
}
