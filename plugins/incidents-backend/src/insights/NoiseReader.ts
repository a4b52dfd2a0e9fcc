import type {
  Insights,
  Mode,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  noisiest,
  type IncidentFacts,
  type Period,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { Knex } from 'knex';
import type { EntityNames } from '../history/EntityNames';
import type { Reading } from '../history/incidentQuery';
import { historyOf, type Scope } from '../history/scope';

/** Alerts that are shown. */
const SHOWN = 20;

/** What people take for one alert, whatever its sender tells apart. */
interface Alert {
  source: string;
  title: string;
  entity_ref: string | null;
}

/** Which incidents alerts are looked at for. */
interface Asked {
  scope: Scope;
  period: Period;
  modes: readonly Mode[];
}

interface Fired extends Alert {
  incident_id: string | null;
  fired: number | string;
}

/** Reads which alerts fired most often. */
export class NoiseReader {
  readonly #knex: Knex;
  readonly #names: EntityNames;

  constructor(options: { knex: Knex; names: EntityNames }) {
    this.#knex = options.knex;
    this.#names = options.names;
  }

  /**
   * Those that made incidents which the request may read, declared in the period and
   * in scope, and what became of them; that they fired for nobody is counted too.
   *
   * @param incidents - Of that period and scope.
   */
  async read(
    access: Reading,
    asked: Asked,
    incidents: readonly Pick<IncidentFacts, 'id' | 'outcome'>[],
  ): Promise<Insights['noisiest']> {
    const fired = await this.#fired(access, asked);
    const alerts = new Map(fired.map(alert => [keyOf(alert), alert]));
    const noises = noisiest(
      fired.map(row => ({
        alert: keyOf(row),
        incidentId: row.incident_id,
        times: Number(row.fired),
      })),
      incidents,
    );
    const named = await this.#names.of(
      [...alerts.values()].flatMap(alert => alert.entity_ref ?? []),
    );
    return noises.map(({ alert: key, ...noise }) => {
      const { source, title, entity_ref: ref } = alerts.get(key)!;
      return {
        alert: title,
        source,
        entity: ref ? named(ref) : null,
        ...noise,
      };
    });
  }

  /** How often each of the noisiest fired for each incident, and for none. */
  async #fired(
    access: Reading,
    { scope, period, modes }: Asked,
  ): Promise<Fired[]> {
    const db = this.#knex;
    const { found } = historyOf(db, access, scope, period);
    const incidentIds = found
      .whereIn('incidents.mode', [...modes])
      .select('incidents.id');
    const occurrences = () =>
      db('alert_occurrences as o')
        .join('monitoring_alerts as a', 'a.id', 'o.alert_id')
        .where('o.received_at', '>=', new Date(period.from))
        .where('o.received_at', '<', new Date(period.to));
    const noisy = occurrences()
      .whereIn('o.incident_id', incidentIds.clone())
      .groupBy('a.source', 'a.title', 'a.entity_ref')
      .orderByRaw('count(*) desc')
      .orderBy('a.title')
      .limit(SHOWN)
      .select('a.source', 'a.title', 'a.entity_ref');
    return occurrences()
      .join(noisy.as('noisy'), same =>
        same
          .on('noisy.source', 'a.source')
          .andOn('noisy.title', 'a.title')
          .andOn(
            db.raw(
              "coalesce(noisy.entity_ref, '') = coalesce(a.entity_ref, '')",
            ),
          ),
      )
      .where(any =>
        any
          .whereNull('o.incident_id')
          .orWhereIn('o.incident_id', incidentIds.clone()),
      )
      .groupBy('a.source', 'a.title', 'a.entity_ref', 'o.incident_id')
      .select('a.source', 'a.title', 'a.entity_ref', 'o.incident_id')
      .count({ fired: '*' });
  }
}

function keyOf({ source, title, entity_ref: ref }: Alert): string {
  return JSON.stringify([source, title, ref]);
}
