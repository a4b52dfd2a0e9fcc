import {
  isGradedHigher,
  isLive,
  type Actor,
  type AlertGrade,
  type IncidentReference,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentStore, StoredIncident } from '../incidents/IncidentStore';
import type { IncidentWriter } from '../incidents/IncidentWriter';
import type { AssessedAlert, Place } from './AlertAssessor';
import type { Occurrence, OccurrenceStore } from './OccurrenceStore';
import { openingRequest } from './openingRequest';

const DAY = 24 * 60 * 60_000;
const RECURS_WITHIN = 7 * DAY;

/** Of all that an alert ever made, the latest incidents may take it again. */
const EARLIER_ASKED = 10;

/** An occurrence that has to be given an incident. */
export interface Start {
  occurrence: Occurrence;
  assessed: AssessedAlert & { place: Place };
  /** The source's name on screen. */
  sourceTitle: string;
  /** What fired of the same alert until then. */
  follows?: Occurrence;
}

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
  readonly #writer: IncidentWriter;
  readonly #settings: CorrelationSettings;

  constructor(options: {
    incidents: IncidentStore;
    occurrences: OccurrenceStore;
    writer: IncidentWriter;
    settings: CorrelationSettings;
  }) {
    this.#incidents = options.incidents;
    this.#occurrences = options.occurrences;
    this.#writer = options.writer;
    this.#settings = options.settings;
  }

  /**
   * Gives each occurrence its incident, opening those that are missing.
   *
   * @returns the incidents that were opened
   */
  async attach(
    tx: Knex.Transaction,
    starts: readonly Start[],
    now: string,
  ): Promise<Set<string>> {
    await this.#attachContinued(tx, starts);
    await this.#attachMovedOut(tx, starts);
    const rest = starts.filter(({ occurrence }) => !occurrence.incidentId);
    const open = await this.#openIncidents(tx, rest, now);
    const opened = new Set<string>();
    // In one order everywhere, so that two transactions do not wait for each other.
    for (const [openKey, group] of byOpenKey(rest)) {
      const found =
        open.get(openKey) ?? (await this.#earlierFor(tx, openKey, group, now));
      const incidentId = found ?? (await this.#open(tx, openKey, group, now));
      if (!found) {
        opened.add(incidentId);
      }
      group.forEach(({ occurrence }) => {
        occurrence.incidentId = incidentId;
      });
    }
    return opened;
  }

  /** An alert that fires on with a new start stays where it was. */
  async #attachContinued(
    tx: Knex.Transaction,
    starts: readonly Start[],
  ): Promise<void> {
    const ids = starts.flatMap(({ follows }) => follows?.incidentId ?? []);
    if (ids.length === 0) {
      return;
    }
    const incidents = await this.#incidents.lock(tx, ids);
    for (const { occurrence, follows } of starts) {
      const incident = incidents.get(follows?.incidentId ?? '');
      if (incident && takesAlerts(incident)) {
        occurrence.incidentId = incident.state.id;
      }
    }
  }

  /** An alert that people gave an incident of its own comes back to that one. */
  async #attachMovedOut(
    tx: Knex.Transaction,
    starts: readonly Start[],
  ): Promise<void> {
    const rest = starts.filter(({ occurrence }) => !occurrence.incidentId);
    const homes = await this.#occurrences.movedOutTo(
      tx,
      rest.map(({ occurrence }) => occurrence.alertId),
    );
    if (homes.size === 0) {
      return;
    }
    const incidents = await this.#incidents.lock(tx, [...homes.values()]);
    for (const { occurrence } of rest) {
      const incident = incidents.get(homes.get(occurrence.alertId) ?? '');
      if (incident && takesAlerts(incident)) {
        occurrence.incidentId = incident.state.id;
      }
    }
  }

  /** The incidents that are open for these alerts, by key; one whose window is over is closed to them. */
  async #openIncidents(
    tx: Knex.Transaction,
    starts: readonly Start[],
    now: string,
  ): Promise<Map<string, string>> {
    const open = new Map<string, string>();
    if (starts.length === 0) {
      return open;
    }
    const keys = starts.map(({ assessed }) => assessed.place.openKey);
    const holders = await this.#incidents.idsByOpenKeys(tx, keys);
    const ids = [...holders.values()];
    const incidents = await this.#incidents.lock(tx, ids);
    const firing = await this.#occurrences.firingIn(tx, ids);
    for (const [openKey, id] of holders) {
      const incident = incidents.get(id);
      const isOpen =
        incident &&
        (firing.has(id) || (await this.#isInWindow(tx, incident, now)));
      if (isOpen) {
        open.set(openKey, id);
      } else {
        await this.#incidents.releaseOpenKey(tx, openKey);
      }
    }
    return open;
  }

  /** An incident that the same alerts belonged to: one that is live, or one to reopen. */
  async #earlierFor(
    tx: Knex.Transaction,
    openKey: string,
    group: readonly Start[],
    now: string,
  ): Promise<string | undefined> {
    const earlier = await this.#earlier(tx, group);
    const firing = await this.#occurrences.firingIn(
      tx,
      earlier.map(({ state }) => state.id),
    );
    for (const stored of earlier) {
      const isOpen =
        takesAlerts(stored) &&
        (firing.has(stored.state.id) ||
          (await this.#isInWindow(tx, stored, now)));
      if (isOpen) {
        return stored.state.id;
      }
    }
    const [worst] = worstFirst(group);
    const resolved = earlier.find(stored =>
      this.#isJustResolved(stored, worst.assessed.place, now),
    );
    return resolved && this.#reopen(tx, resolved, openKey, worst, now);
  }

  async #open(
    tx: Knex.Transaction,
    openKey: string,
    group: readonly Start[],
    now: string,
  ): Promise<string> {
    const starts = worstFirst(group);
    const { id } = await this.#writer.open(
      tx,
      {
        ...openingRequest(starts, now),
        ...(await this.#recurrence(tx, group, now)),
      },
      { now, actor: actorOf(starts[0]), mayRespond: true },
      { openKey },
    );
    return id;
  }

  /** The incidents that these alerts belonged to before, the latest first. */
  async #earlier(
    tx: Knex.Transaction,
    group: readonly Start[],
  ): Promise<StoredIncident[]> {
    const alertIds = group.map(({ occurrence }) => occurrence.alertId);
    const ids = await this.#occurrences.lastIncidents(
      tx,
      [...new Set(alertIds)],
      EARLIER_ASKED,
    );
    if (ids.length === 0) {
      return [];
    }
    const incidents = await this.#incidents.lock(tx, ids);
    return ids.flatMap(id => incidents.get(id) ?? []);
  }

  /** Whether its last alert did not end so long ago that another one is another story. */
  async #isInWindow(
    tx: Knex.Transaction,
    { state, declaredAt }: StoredIncident,
    now: string,
  ): Promise<boolean> {
    const { correlationWindow } = this.#settings;
    if (correlationWindow === undefined) {
      return true;
    }
    const last = (await this.#occurrences.lastEnd(tx, state.id)) ?? declaredAt;
    return Date.parse(now) - Date.parse(last) <= correlationWindow;
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

  async #reopen(
    tx: Knex.Transaction,
    { state }: StoredIncident,
    openKey: string,
    start: Start,
    now: string,
  ): Promise<string> {
    await this.#writer.execute(
      tx,
      state.id,
      {
        command: {
          type: 'reopen',
          reason: `${start.assessed.alert.title} fires again`,
        },
      },
      { now, actor: actorOf(start), mayRespond: true },
    );
    const stored = (await this.#incidents.lock(tx, [state.id])).get(state.id);
    if (!stored?.openKey) {
      await this.#incidents.giveOpenKey(tx, state.id, openKey);
    }
    return state.id;
  }

  /** What the incident about to be opened may be the return of. */
  async #recurrence(
    tx: Knex.Transaction,
    group: readonly Start[],
    now: string,
  ): Promise<{ recurrenceOf?: IncidentReference }> {
    const since = new Date(Date.parse(now) - RECURS_WITHIN).toISOString();
    const { entityRef } = group[0].assessed.place;
    const earlier = entityRef
      ? await this.#incidents.lastEnded(tx, entityRef, since)
      : (await this.#earlier(tx, group))
          .map(({ state }) => state)
          .find(
            ({ status, visibility, stamps }) =>
              (status === 'resolved' || status === 'closed') &&
              visibility === 'public' &&
              (stamps.resolvedAt ?? '') >= since,
          );
    return earlier
      ? { recurrenceOf: { id: earlier.id, number: earlier.number } }
      : {};
  }
}

/** The product acts in the name of the source that sent the alert. */
export function actorOf({ sourceTitle }: { sourceTitle: string }): Actor {
  return { type: 'system', name: sourceTitle };
}

function takesAlerts({ state }: StoredIncident): boolean {
  return (
    isLive(state.status) &&
    state.visibility === 'public' &&
    state.mode === 'real'
  );
}

function worstFirst(group: readonly Start[]): Start[] {
  const grade = ({ assessed }: Start): AlertGrade => assessed.verdict;
  return [...group].sort((a, b) => {
    if (isGradedHigher(grade(a), grade(b))) {
      return -1;
    }
    return isGradedHigher(grade(b), grade(a)) ? 1 : 0;
  });
}

function byOpenKey(starts: readonly Start[]): [string, Start[]][] {
  const groups = new Map<string, Start[]>();
  for (const start of starts) {
    const { openKey } = start.assessed.place;
    const group = groups.get(openKey) ?? [];
    group.push(start);
    groups.set(openKey, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
