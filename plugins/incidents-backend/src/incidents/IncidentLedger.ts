import {
  clocksOf,
  evolve,
  opened,
  type DecidedEvent,
  type IncidentPolicy,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  courseAfter,
  courseBegan,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { Knex } from 'knex';
import { clockDifference, type ClockChange, type ClockStore } from '../clocks';
import { inOneGo } from '../database/inOneGo';
import type { AffectedStore, StateChange } from './AffectedStore';
import type { EventStore } from './EventStore';
import type { IncidentStore } from './IncidentStore';
import {
  INCIDENT,
  type AttachedAlerts,
  type ChangeFollower,
  type NoticeOutbox,
} from './neighbours';
import { outboxRowsOf, tellsFollowers } from './noticeRows';
import { openKeyAfter } from './openKey';
import { peopleChangesOf } from './people';
import type { PeopleStore } from './PeopleStore';
import type { IncidentToWrite, StoredIncident } from './storedIncident';

export interface LedgerStores {
  incidents: IncidentStore;
  events: EventStore;
  people: PeopleStore;
  affected: AffectedStore;
  clocks: ClockStore;
  outbox: NoticeOutbox;
  alerts: AttachedAlerts;
  /** One after the other, once what they follow is written. */
  followers: readonly ChangeFollower[];
  policy: IncidentPolicy;
}

/** What one decision makes of one incident. */
interface Entry extends StateChange {
  events: readonly DecidedEvent[];
  /** The number of the first of them. */
  firstSequence: number;
}

/**
 * The incidents that a transaction is about: what is decided about them is entered
 * in order, and written at once, in a few statements for all of them. Writing gives
 * the rows that writing each entry by itself would give, less what would be told
 * and taken back in one breath.
 */
export class IncidentLedger {
  readonly #tx: Knex.Transaction;
  readonly #now: string;
  readonly #stores: LedgerStores;
  /** As they stand after what was entered. */
  readonly #held = new Map<string, IncidentToWrite>();
  /** The keys that they have in the database. */
  readonly #storedKeys = new Map<string, string | undefined>();
  readonly #unwritten = new Set<string>();
  readonly #changed = new Set<string>();
  #entries: Entry[] = [];

  constructor(tx: Knex.Transaction, now: string, stores: LedgerStores) {
    this.#tx = tx;
    this.#now = now;
    this.#stores = stores;
  }

  /** The incidents that something was entered about. */
  get changed(): string[] {
    return [...this.#changed];
  }

  /** Locks and reads incidents; those that do not exist are missing in the answer. */
  async hold(ids: readonly string[]): Promise<Map<string, StoredIncident>> {
    const missing = ids.filter(id => !this.#held.has(id));
    if (missing.length > 0) {
      const locked = await this.#stores.incidents.lock(this.#tx, missing);
      locked.forEach((incident, id) => {
        this.#held.set(id, incident);
        this.#storedKeys.set(id, incident.openKey);
      });
    }
    return new Map(
      ids.flatMap(id => {
        const incident = this.#held.get(id);
        return incident ? [[id, incident]] : [];
      }),
    );
  }

  /** The incident that takes alerts under a key. */
  async holderOf(openKey: string): Promise<string | undefined> {
    for (const [id, incident] of this.#held) {
      if (incident.openKey === openKey) {
        return id;
      }
    }
    const id = await this.#stores.incidents.idByOpenKey(this.#tx, openKey);
    return id && this.#held.has(id) ? undefined : id;
  }

  /** Enters an incident that is new. */
  async open(
    id: string,
    [declared, ...rest]: readonly DecidedEvent[],
    keys: { openKey?: string; declareKey?: string } = {},
  ): Promise<void> {
    const begun = opened(id, declared as DecidedEvent<'declared'>);
    const { state, course } = wentOn(
      { state: begun, course: courseBegan(begun) },
      rest,
    );
    const openKey =
      keys.openKey ?? (await openKeyAfter(this, state, undefined));
    const events = [declared, ...rest];
    this.#enter(
      {
        state,
        course,
        version: events.length,
        declaredAt: state.stamps.declaredAt,
        ...keys,
        ...(openKey && { openKey }),
      },
      { after: state, events, firstSequence: 1 },
    );
  }

  /** Enters what happens to an incident that is held. */
  async change(
    before: StoredIncident,
    events: readonly DecidedEvent[],
  ): Promise<void> {
    const { state: after, course } = wentOn(before, events);
    const updateIndex = events.map(e => e.type).lastIndexOf('update-posted');
    this.#enter(
      {
        ...before,
        state: after,
        course,
        version: before.version + events.length,
        openKey: await openKeyAfter(this, after, before),
        ...(updateIndex >= 0 && {
          updateSequence: before.version + 1 + updateIndex,
        }),
      },
      {
        before: before.state,
        after,
        events,
        firstSequence: before.version + 1,
      },
    );
  }

  /** Takes the key from an incident that is held, or gives it one that nobody has. */
  setOpenKey({ state }: StoredIncident, openKey: string | undefined): void {
    this.#set({ ...this.#held.get(state.id)!, openKey });
  }

  /** Writes what was entered since the last time. */
  async write(): Promise<void> {
    const entries = this.#entries;
    this.#entries = [];
    const { events, affected, people } = this.#stores;
    await inOneGo(this.#tx, [
      () => this.#writeIncidents(),
      () => events.append(this.#tx, entries.flatMap(placedEventsOf), this.#now),
      () => affected.project(this.#tx, netOf(entries)),
      () => people.write(this.#tx, entries.flatMap(peopleOf)),
      () => this.#moveAlerts(entries),
      () => this.#changeClocks(entries),
    ]);
    await inOneGo(this.#tx, [
      () => this.#tell(entries),
      () => this.#follow(entries),
    ]);
  }

  #enter(incident: IncidentToWrite, entry: Entry): void {
    this.#set(incident);
    if (entry.events.length > 0) {
      this.#changed.add(incident.state.id);
      this.#entries.push(entry);
    }
  }

  #set(incident: IncidentToWrite): void {
    this.#held.set(incident.state.id, incident);
    this.#unwritten.add(incident.state.id);
  }

  async #writeIncidents(): Promise<void> {
    const unwritten = [...this.#unwritten]
      .sort()
      .map(id => this.#held.get(id)!);
    this.#unwritten.clear();
    const taken = new Map(
      unwritten.map(({ openKey, state }) => [openKey, state.id]),
    );
    const givenUp = unwritten
      .map(({ state }) => state.id)
      .filter(id => {
        const key = this.#storedKeys.get(id);
        return key !== undefined && (taken.get(key) ?? id) !== id;
      });
    const { incidents, policy } = this.#stores;
    if (givenUp.length > 0) {
      await incidents.releaseOpenKeys(this.#tx, givenUp);
    }
    await incidents.write(this.#tx, unwritten, policy);
    unwritten.forEach(({ state, openKey }) =>
      this.#storedKeys.set(state.id, openKey),
    );
  }

  async #moveAlerts(entries: readonly Entry[]): Promise<void> {
    const { alerts } = this.#stores;
    for (const { before, after, events } of entries) {
      for (const event of events) {
        if (event.type === 'merged') {
          await alerts.move(this.#tx, after.id, event.data.into.id);
        }
        if (event.type === 'undone' && before?.mergedInto) {
          await alerts.moveBack(this.#tx, after.id, before.mergedInto.id);
        }
      }
    }
  }

  async #changeClocks(entries: readonly Entry[]): Promise<void> {
    const { clocks, policy } = this.#stores;
    await clocks.change(
      this.#tx,
      entries.flatMap(entry => clockChangesOf(entry, policy)),
      this.#now,
    );
  }

  async #follow(entries: readonly Entry[]): Promise<void> {
    for (const follower of this.#stores.followers) {
      await follower.follow(this.#tx, entries, this.#now);
    }
  }

  async #tell(entries: readonly Entry[]): Promise<void> {
    const { outbox, people } = this.#stores;
    const cancelling = entries.filter(({ events }) =>
      events.some(({ type }) => CANCELS_PAGES.has(type)),
    );
    if (cancelling.length > 0) {
      await outbox.cancelPages(this.#tx, INCIDENT, [
        ...new Set(cancelling.map(({ after }) => after.id)),
      ]);
    }
    const followers = await people.withRole(
      this.#tx,
      entries.filter(tellsFollowers).map(({ after }) => after.id),
      'follower',
    );
    const lastCancelled = new Map(
      cancelling.map(entry => [entry.after.id, entries.indexOf(entry)]),
    );
    await outbox.enqueue(
      this.#tx,
      entries.flatMap((entry, index) =>
        outboxRowsOf(entry, followers.get(entry.after.id) ?? []).filter(
          ({ kind }) =>
            kind !== 'page' ||
            index >= (lastCancelled.get(entry.after.id) ?? index),
        ),
      ),
      this.#now,
    );
  }
}

/** An incident as it stands, and how it went as far as that is at hand. */
type Standing = Pick<StoredIncident, 'state' | 'course'>;

function wentOn(before: Standing, events: readonly DecidedEvent[]): Standing {
  return events.reduce<Standing>(({ state, course }, event) => {
    const after = evolve(state, event);
    return {
      state: after,
      course: course && courseAfter(course, { before: state, event, after }),
    };
  }, before);
}

/** What makes asking somebody to take it pointless. */
const CANCELS_PAGES: ReadonlySet<DecidedEvent['type']> = new Set([
  'acknowledged',
  'dismissed',
  'merged',
  'resolved',
  'passed-on',
  'recovered',
]);

/** One change for each incident, from before the first entry to after the last. */
function netOf(entries: readonly Entry[]): StateChange[] {
  const net = new Map<string, StateChange>();
  for (const { before, after } of entries) {
    const known = net.get(after.id);
    net.set(after.id, known ? { ...known, after } : { before, after });
  }
  return [...net.values()];
}

function placedEventsOf({ after, events, firstSequence }: Entry) {
  return events.map((event, index) => ({
    incidentId: after.id,
    sequence: firstSequence + index,
    event,
  }));
}

/** Nobody has a role on a new incident that they could give up. */
function peopleOf({ before, after, events }: Entry) {
  return events
    .flatMap(peopleChangesOf)
    .filter(({ type }) => before || type !== 'clear')
    .map(change => ({ incidentId: after.id, change }));
}

function clockChangesOf(
  { before, after }: Entry,
  policy: IncidentPolicy,
): ClockChange[] {
  return clockDifference(
    { subjectKind: INCIDENT, subjectId: after.id },
    before ? clocksOf(before, policy) : [],
    clocksOf(after, policy),
  );
}
