import { NotFoundError } from '@backstage/errors';
import type {
  IncidentState,
  IntakeDelivery,
} from '@linchpin/backstage-plugin-incidents-common';
import { identifier } from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { Knex } from 'knex';
import type { IncidentStore } from '../incidents/IncidentStore';
import type { DeliveryStore } from './DeliveryStore';
import type { OutcomeStore } from './OutcomeStore';

const ALERTS_SHOWN = 1_000;

/** Tells senders what became of a message. */
export class IntakeDeliveryReader {
  readonly #knex: Knex;
  readonly #deliveries: DeliveryStore;
  readonly #outcomes: OutcomeStore;
  readonly #incidents: IncidentStore;

  constructor(options: {
    knex: Knex;
    deliveries: DeliveryStore;
    outcomes: OutcomeStore;
    incidents: IncidentStore;
  }) {
    this.#knex = options.knex;
    this.#deliveries = options.deliveries;
    this.#outcomes = options.outcomes;
    this.#incidents = options.incidents;
  }

  /**
   * A message and its alerts, in its order. Of incidents that have become private
   * nothing is said.
   *
   * @throws NotFoundError where there is no such message
   */
  async read(deliveryId: string): Promise<IntakeDelivery> {
    const delivery =
      identifier(64).safeParse(deliveryId).success &&
      (await this.#deliveries.state(this.#knex, deliveryId));
    if (!delivery) {
      throw new NotFoundError(`No delivery ${deliveryId}`);
    }
    const outcomes = await this.#outcomes.ofDelivery(
      this.#knex,
      deliveryId,
      ALERTS_SHOWN,
    );
    const incidents = await this.#publicIncidents(
      outcomes.flatMap(({ incidentId }) => incidentId ?? []),
    );
    return {
      deliveryId,
      status: delivery.status,
      receivedAt: delivery.receivedAt,
      error: delivery.error ?? null,
      alerts: outcomes.map(({ title, disposition, reason, incidentId }) => {
        const incident = incidents.get(incidentId ?? '');
        return {
          title,
          disposition,
          reason,
          incidentNumber: incident ? `INC-${incident.number}` : null,
          entityRef: incident?.entity?.ref ?? null,
          ownerRef: incident?.owner?.ref ?? null,
        };
      }),
    };
  }

  /** The incidents of its alerts, in the order of the message; undefined where one has none. */
  async incidentIds(deliveryId: string): Promise<(string | undefined)[]> {
    const outcomes = await this.#outcomes.ofDelivery(
      this.#knex,
      deliveryId,
      ALERTS_SHOWN,
    );
    return outcomes.map(({ incidentId }) => incidentId);
  }

  async #publicIncidents(
    ids: readonly string[],
  ): Promise<Map<string, IncidentState>> {
    const states = new Map<string, IncidentState>();
    for (const id of new Set(ids)) {
      const state = await this.#incidents.state(this.#knex, id);
      if (state?.visibility === 'public') {
        states.set(id, state);
      }
    }
    return states;
  }
}
