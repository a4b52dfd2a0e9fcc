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
  correlationWindow: number;
  reopenWithin: number;
}

/**
 * Finds the incident that an alert belongs to: the one that the same alert has
 * kept open; else the open one of its entity; else the live one that the same
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

  /** Gives each occurrence its incident, opening those that are missing. */
  async attach(
    tx: Knex.Transaction,
    starts: readonly Start[],
    now: string,
  ): Promise<void> {
    await this.#attachContinued(tx, starts);
    const rest = starts.filter(({ occurrence }) => !occurrence.incidentId);
    const keys = new Set(rest.map(({ assessed }) => assessed.place.openKey));
    // In one order everywhere, so that two transactions do not wait for each other.
    for (const key of [...keys].sort()) {
      const group = rest.filter(
        ({ assessed }) => assessed.place.openKey === key,
      );
      const incidentId = await this.#incidentFor(tx, key, group, now);
      group.forEach(({ occurrence }) => {
        occurrence.incidentId = incidentId;
      });
    }
  }

  /** An alert that fires on with a new start stays where it was. */
  async #attachContinued(
    tx: Knex.Transaction,
    starts: readonly Start[],
  ): Promise<void> {
    const ids = starts.flatMap(({ follows }) => follows?.incidentId ?? []);
    const incidents =
      ids.length > 0
        ? await this.#incidents.lock(tx, ids)
        : new Map<string, StoredIncident>();
    for (const { occurrence, follows } of starts) {
      const incident = incidents.get(follows?.incidentId ?? '');
      if (incident && takesAlerts(incident)) {
        occurrence.incidentId = incident.state.id;
      }
    }
  }

  async #incidentFor(
    tx: Knex.Transaction,
    openKey: string,
    group: readonly Start[],
    now: string,
  ): Promise<string> {
    const holder = await this.#incidents.idByOpenKey(tx, openKey);
    if (holder) {
      const stored = (await this.#incidents.lock(tx, [holder])).get(holder);
      if (stored && (await this.#isFresh(tx, stored, now))) {
        return holder;
      }
      await this.#incidents.releaseOpenKey(tx, openKey);
    }
    const earlier = (await this.#earlier(tx, group)).filter(
      ({ state }) => state.id !== holder,
    );
    for (const stored of earlier) {
      if (takesAlerts(stored) && (await this.#isFresh(tx, stored, now))) {
        return stored.state.id;
      }
    }
    const [first] = bySeverity(group);
    const reopened = earlier.find(stored =>
      this.#isJustResolved(stored, first.assessed.place, now),
    );
    if (reopened) {
      return this.#reopen(tx, reopened, openKey, first, now);
    }
    const { id } = await this.#writer.open(
      tx,
      {
        ...openingRequest(bySeverity(group), now),
        ...(await this.#recurrence(tx, first, earlier, now)),
      },
      { now, actor: actorOf(first), mayRespond: true },
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

  /** Whether its alerts are not so long over that another one is another story. */
  async #isFresh(
    tx: Knex.Transaction,
    { state, declaredAt }: StoredIncident,
    now: string,
  ): Promise<boolean> {
    const firing = await this.#occurrences.firingIn(tx, [state.id]);
    if (firing.size > 0) {
      return true;
    }
    const last = (await this.#occurrences.lastEnd(tx, state.id)) ?? declaredAt;
    return (
      Date.parse(now) - Date.parse(last) <= this.#settings.correlationWindow
    );
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

  async #recurrence(
    tx: Knex.Transaction,
    { assessed }: Start,
    earlier: readonly StoredIncident[],
    now: string,
  ): Promise<{ recurrenceOf?: IncidentReference }> {
    const since = new Date(Date.parse(now) - RECURS_WITHIN).toISOString();
    const { entityRef } = assessed.place;
    const recurrenceOf = entityRef
      ? await this.#incidents.lastEnded(tx, entityRef, since)
      : earlier
          .map(({ state }) => state)
          .find(
            ({ status, visibility, stamps }) =>
              (status === 'resolved' || status === 'closed') &&
              visibility === 'public' &&
              (stamps.resolvedAt ?? '') >= since,
          );
    return recurrenceOf
      ? { recurrenceOf: { id: recurrenceOf.id, number: recurrenceOf.number } }
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

function bySeverity(group: readonly Start[]): Start[] {
  const grade = ({ assessed }: Start): AlertGrade => assessed.verdict;
  return [...group].sort((a, b) => {
    if (isGradedHigher(grade(a), grade(b))) {
      return -1;
    }
    return isGradedHigher(grade(b), grade(a)) ? 1 : 0;
  });
}
