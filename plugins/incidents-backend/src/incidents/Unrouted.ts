import type {
  IncidentState,
  Routing,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { labelsOf } from '../history/incidentAlerts';
import type { IncidentsToReroute, IncidentToReroute } from '../routing';
import type { IncidentService } from './IncidentService';

const AT_ONCE = 200;

/** Live incidents that wait for the catalog to tell their owner. */
export class Unrouted implements IncidentsToReroute {
  readonly #knex: Knex;
  readonly #service: IncidentService;

  constructor(options: { knex: Knex; service: IncidentService }) {
    this.#knex = options.knex;
    this.#service = options.service;
  }

  async list(): Promise<IncidentToReroute[]> {
    const rows = await this.#knex('incidents')
      .where({ unrouted: 'catalog-unavailable', live: true })
      .orderBy('declared_at')
      .limit(AT_ONCE)
      .select('id', 'state');
    return Promise.all(
      rows.map(async row => {
        const { entity }: IncidentState = JSON.parse(row.state);
        return entity
          ? { id: row.id, entityRef: entity.ref }
          : { id: row.id, labels: await labelsOf(this.#knex, row.id) };
      }),
    );
  }

  async reroute(id: string, routing: Routing): Promise<void> {
    await this.#service.reroute(id, routing);
  }
}
