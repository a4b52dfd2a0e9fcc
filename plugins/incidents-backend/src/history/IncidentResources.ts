import type { IncidentState } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentResource } from '../authorization';
import { resourceOf } from './IncidentDetailReader';

/** Incidents as permission rules look at them, whoever asks. */
export class IncidentResources {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * For whoever asks of anybody, as other plugins do before they show what they have
   * kept: what is private is none of it, whatever the policy says.
   */
  async public(
    ids: readonly string[],
  ): Promise<(IncidentResource | undefined)[]> {
    return (await this.get(ids)).map(incident =>
      incident?.visibility === 'public' ? incident : undefined,
    );
  }

  /** In the order of the ids; undefined where there is none. */
  async get(ids: readonly string[]): Promise<(IncidentResource | undefined)[]> {
    const [rows, people] = await Promise.all([
      this.#knex('incidents')
        .whereIn('id', [...ids])
        .select('id', 'state'),
      this.#knex('incident_people')
        .whereIn('incident_id', [...ids])
        .whereIn('role', ['lead', 'told', 'responder'])
        .select('incident_id', 'role', 'person_ref', 'name'),
    ]);
    const states = new Map<string, IncidentState>(
      rows.map(row => [row.id, JSON.parse(row.state)]),
    );
    return ids.map(id => {
      const state = states.get(id);
      return (
        state &&
        resourceOf(
          state,
          people.filter(person => person.incident_id === id),
        )
      );
    });
  }
}
