import { isLive } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentChanges } from '../incidents/IncidentChanges';
import type { IncidentStore } from '../incidents/IncidentStore';
import type { StoredIncident } from '../incidents/storedIncident';
import type { Place } from './AlertAssessor';
import {
  actorOf,
  groupsOf,
  knownAlertsOf,
  type AlertGroup,
  type Start,
} from './alertGroups';
import { IncidentOpener, type HomelessGroup } from './IncidentOpener';
import type { OccurrenceStore } from './OccurrenceStore';

/** Of all that an alert ever made, the latest incidents may take it again. */
const EARLIER_ASKED = 10;

/** How long alerts stay together, in milliseconds. */
export interface CorrelationSettings {
  /** Undefined: as long as the incident is open. */
  correlationWindow?: number;
  reopenWithin: number;
}

/**
 * Finds the incident that an alert belongs to: the one that the same alert has
 * kept open; else the one that people moved it out to; else the open one of its entity; else the live one that the same
 * alert belonged to last; else the same alert reopens what was just resolved;
 * else it is a new one.
 */
export class Correlator {
  readonly #incidents: IncidentStore;
  readonly #occurrences: OccurrenceStore;
  readonly #opener: IncidentOpener;
  readonly #settings: CorrelationSettings;

  constructor(options: {
    incidents: IncidentStore;
    occurrences: OccurrenceStore;
    settings: CorrelationSettings;
  }) {
    this.#incidents = options.incidents;
    this.#occurrences = options.occurrences;
    this.#opener = new IncidentOpener(options.incidents);
    this.#settings = options.settings;
  }

  /**
   * Gives each occurrence its incident, opening those that are missing.
   *
   * @param changes - what the transaction does to incidents; the opened ones are part of it
   * @returns the incidents that were opened
   */
  async attach(
    tx: Knex.Transaction,
    changes: IncidentChanges,
    starts: readonly Start[],
    now: string,
  ): Promise<Set<string>> {
    await this.#attachToOwn(tx, changes, starts);
    const groups = groupsOf(
      starts.filter(({ occurrence }) => !occurrence.incidentId),
    );
    const found = await this.#openIncidents(tx, changes, groups, now);
    const homeless = await this.#withEarlier(
      tx,
      changes,
      groups.filter(({ openKey }) => !found.has(openKey)),
    );
    const taking = await this.#takingAlerts(
      tx,
      homeless.flatMap(({ earlier }) => earlier),
      now,
    );
    for (const group of homeless) {
      const incident =
        group.earlier.find(({ state }) => taking.has(state.id)) ??
        (await this.#reopened(changes, group, now));
      if (incident) {
        found.set(group.openKey, incident.state.id);
      }
    }
    const opened = await this.#opener.open(
      tx,
      changes,
      homeless.filter(({ openKey }) => !found.has(openKey)),
      now,
    );
    for (const { openKey, starts: attached } of groups) {
      attached.forEach(({ occurrence }) => {
        occurrence.incidentId = found.get(openKey) ?? opened.get(openKey);
      });
    }
    return new Set(opened.values());
  }

  /** An alert that fires on with a new start stays where it was; one that people gave an incident of its own comes back to that one. */
  async #attachToOwn(
    tx: Knex.Transaction,
    changes: IncidentChanges,
    starts: readonly Start[],
  ): Promise<void> {
    const known = knownAlertsOf(starts);
    const homes =
      known.length === 0
        ? new Map<string, string>()
        : await this.#occurrences.movedOutTo(tx, known);
    const ownOf = ({ follows, occurrence }: Start) =>
      [follows?.incidentId, homes.get(occurrence.alertId)].flatMap(
        id => id ?? [],
      );
    const incidents = await changes.hold(starts.flatMap(ownOf));
    for (const start of starts) {
      start.occurrence.incidentId = ownOf(start).find(id => {
        const incident = incidents.get(id);
        return incident && takesAlerts(incident);
      });
    }
  }

  /** The incidents that are open for these alerts, by key; one whose window is over is closed to them. */
  async #openIncidents(
    tx: Knex.Transaction,
    changes: IncidentChanges,
    groups: readonly AlertGroup[],
    now: string,
  ): Promise<Map<string, string>> {
    if (groups.length === 0) {
      return new Map();
    }
    const holders = await this.#incidents.idsByOpenKeys(
      tx,
      groups.map(({ openKey }) => openKey),
    );
    const incidents = await changes.hold([...holders.values()]);
    const taking = await this.#inWindow(tx, [...incidents.values()], now);
    const open = new Map<string, string>();
    for (const [openKey, id] of holders) {
      const incident = incidents.get(id);
      if (incident?.openKey !== openKey) {
        continue;
      }
      if (taking.has(id)) {
        open.set(openKey, id);
      } else {
        changes.releaseOpenKey(incident);
      }
    }
    return open;
  }

  /** Of incidents that alerts belonged to before, those that take them still. */
  async #takingAlerts(
    tx: Knex.Transaction,
    earlier: readonly StoredIncident[],
    now: string,
  ): Promise<Set<string>> {
    return this.#inWindow(tx, earlier.filter(takesAlerts), now);
  }

  /** Those of which an alert fires, or the last one ended not so long ago that another one is another story. */
  async #inWindow(
    tx: Knex.Transaction,
    incidents: readonly StoredIncident[],
    now: string,
  ): Promise<Set<string>> {
    const { correlationWindow } = this.#settings;
    const ids = [...new Set(incidents.map(({ state }) => state.id))];
    if (correlationWindow === undefined || ids.length === 0) {
      return new Set(ids);
    }
    const firing = await this.#occurrences.firingIn(tx, ids);
    const ends = await this.#occurrences.lastEnds(tx, ids);
    return new Set(
      incidents
        .filter(({ state: { id }, declaredAt }) => {
          const last = ends.get(id) ?? declaredAt;
          return (
            firing.has(id) ||
            Date.parse(now) - Date.parse(last) <= correlationWindow
          );
        })
        .map(({ state }) => state.id),
    );
  }

  /** With the incidents that the alerts of each group belonged to before, the latest first. */
  async #withEarlier(
    tx: Knex.Transaction,
    changes: IncidentChanges,
    groups: readonly AlertGroup[],
  ): Promise<HomelessGroup[]> {
    const alertIds = new Set(
      groups.flatMap(({ starts }) => knownAlertsOf(starts)),
    );
    const attachments =
      alertIds.size === 0
        ? []
        : await this.#occurrences.lastIncidents(
            tx,
            [...alertIds],
            EARLIER_ASKED,
          );
    const incidents = await changes.hold([
      ...new Set(attachments.map(({ incidentId }) => incidentId)),
    ]);
    return groups.map(group => {
      const own = new Set(knownAlertsOf(group.starts));
      const ids = attachments
        .filter(({ alertId }) => own.has(alertId))
        .map(({ incidentId }) => incidentId);
      const latest = [...new Set(ids)].slice(0, EARLIER_ASKED);
      return {
        ...group,
        earlier: latest.flatMap(id => incidents.get(id) ?? []),
      };
    });
  }

  #isJustResolved(
    { state }: StoredIncident,
    place: Place,
    now: string,
  ): boolean {
    return (
      state.status === 'resolved' &&
      state.visibility === 'public' &&
      state.mode === 'real' &&
      (!place.entityRef || place.entityRef === state.entity?.ref) &&
      Date.parse(now) - Date.parse(state.statusSince) <=
        this.#settings.reopenWithin
    );
  }

  /** The incident that was just resolved, open again for its alerts. */
  async #reopened(
    changes: IncidentChanges,
    { openKey, place, starts: [worst], earlier }: HomelessGroup,
    now: string,
  ): Promise<StoredIncident | undefined> {
    const resolved = earlier.find(stored =>
      this.#isJustResolved(stored, place, now),
    );
    if (!resolved) {
      return undefined;
    }
    const { id } = resolved.state;
    await changes.execute(
      id,
      {
        command: {
          type: 'reopen',
          reason: `${worst.assessed.alert.title} fires again`,
        },
      },
      { actor: actorOf(worst), mayRespond: true },
    );
    const reopened = (await changes.hold([id])).get(id)!;
    if (!reopened.openKey) {
      changes.giveOpenKey(reopened, openKey);
    }
    return reopened;
  }
}

function takesAlerts({ state }: StoredIncident): boolean {
  return (
    isLive(state.status) &&
    state.visibility === 'public' &&
    state.mode === 'real'
  );
}
