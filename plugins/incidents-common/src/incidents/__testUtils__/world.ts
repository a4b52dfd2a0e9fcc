import {
  resolveOwner,
  routeToGroup,
  routeWithoutEntity,
  type CatalogExcerpt,
  type RoutableEntity,
  type RoutableGroup,
} from '../../routing';
import { clocksOf, type RunningClock } from '../clocks';
import type { Command, OpenCommand } from '../commands';
import { decide } from '../decide';
import { decideOpening } from '../deciders/opening';
import type { Decision, Facts, Refusal } from '../decision';
import {
  EVENT_VERSIONS,
  upcast,
  type Actor,
  type DecidedEvent,
  type StoredEvent,
} from '../events';
import { evolve, opened, replay } from '../evolve';
import { noticesOf, type Notice } from '../notices';
import { after, DEFAULT_POLICY } from '../policy';
import type { IncidentState } from '../state';
import type { Instant } from '../vocabulary';
import { ACTORS, type Step } from './arbitraryCommands';
import {
  by,
  deployed,
  moving,
  nadia,
  omar,
  opening,
  ordersDb,
  paymentsApi,
  rita,
  START,
} from './stage';

const POLICY = { maxPeople: 3 };
const PEOPLE = [nadia, omar, rita, { ref: 'user:default/uma', name: 'Uma' }];
const PRODUCT: Actor = { type: 'system', name: 'Linchpin' };

const entities: RoutableEntity[] = [
  { ...paymentsApi, ownerRef: 'group:default/payments' },
  { ...ordersDb, ownerRef: 'group:default/storage' },
  { ref: 'component:default/unowned', title: 'Unowned' },
];
const groups: RoutableGroup[] = [
  {
    ref: 'group:default/payments',
    title: 'Payments',
    childRefs: [],
    members: [nadia, omar],
  },
  {
    ref: 'group:default/storage',
    title: 'Storage',
    childRefs: [],
    members: PEOPLE,
  },
  {
    ref: 'group:default/empty',
    title: 'Empty',
    childRefs: [],
    members: [],
  },
];
const catalog: CatalogExcerpt = {
  entities: new Map(entities.map(entity => [entity.ref, entity])),
  groups: new Map(groups.map(group => [group.ref, group])),
  users: new Map(PEOPLE.map(person => [person.ref, person])),
};

/** One thing that was decided about one incident, for whoever watches. */
export interface Witnessed {
  before: IncidentState;
  after: IncidentState;
  events: DecidedEvent[];
  notices: Notice[];
}

/** Everything that happened, and every refusal. */
export interface Watcher {
  decided(witnessed: Witnessed): void;
  refused(refusal: Refusal): void;
}

/**
 * Incidents as the write path keeps them, without a database: it gathers the facts
 * from a small catalog, decides, applies and stores what was decided as JSON.
 */
export class World {
  now: Instant = START;
  readonly states = new Map<string, IncidentState>();
  readonly #stored = new Map<string, string[]>();
  readonly #watcher: Watcher;

  constructor(openings: Partial<OpenCommand>[], watcher: Watcher) {
    this.#watcher = watcher;
    openings.forEach((given, index) => this.#open(given, index));
  }

  take(step: Step): void {
    switch (step.does) {
      case 'wait':
        this.now = after(this.now, step.milliseconds);
        return;
      case 'fire-clocks':
        this.#fireClocks();
        return;
      case 'reroute': {
        const { id, entity } = this.#at(step.incident);
        const routing = resolveOwner(
          entity?.ref ?? 'component:default/missing',
          catalog,
          POLICY,
        );
        this.#command(id, { type: 'route', routing }, this.#factsOf(PRODUCT));
        return;
      }
      case 'system':
        this.#command(
          this.#at(step.incident).id,
          step.command(this.now),
          this.#factsOf(PRODUCT),
        );
        return;
      default: {
        const { id } = this.#at(step.incident);
        const command = step.command(this.now);
        const facts = this.#factsOf(by(PEOPLE[step.actor % ACTORS]));
        this.#command(id, command, {
          ...facts,
          mayRespond: step.mayRespond,
          ...this.#gathered(id, command, this.#at(step.other)),
        });
      }
    }
  }

  /** What happened to an incident, as it was stored. */
  timeline(id: string): DecidedEvent[] {
    return this.#stored
      .get(id)!
      .map(text => upcast(JSON.parse(text) as StoredEvent));
  }

  /** The incident as its stored timeline tells of it. */
  replayed(id: string): IncidentState {
    return replay(id, this.timeline(id));
  }

  #at(index: number): IncidentState {
    return [...this.states.values()][index];
  }

  #factsOf(actor: Actor): Facts {
    return {
      now: this.now,
      actor,
      policy: DEFAULT_POLICY,
      mayRespond: true,
      actorFollows: false,
      actorIsAffected: false,
    };
  }

  #gathered(
    id: string,
    command: Command,
    other: IncidentState,
  ): Partial<Facts> {
    switch (command.type) {
      case 'pass-on':
        return { routing: routeToGroup(command.to, catalog, POLICY) };
      case 'assign-entity':
        return { routing: resolveOwner(command.entityRef, catalog, POLICY) };
      case 'mark-affected':
        return { entity: catalog.entities.get(command.entityRef) };
      case 'merge':
        return { other };
      case 'move-out': {
        const number = this.states.size + 1;
        return {
          routing: resolveOwner(paymentsApi.ref, catalog, POLICY),
          moving: moving(command.alerts, {
            to: { id: `incident-${number}`, number },
            rest: { count: 1, firing: number % 2 },
          }),
        };
      }
      case 'confirm-workaround':
        return { hasWorkaround: true };
      case 'link-change':
        return { change: deployed(command.changeId) };
      case 'undo': {
        const winner = this.states.get(id)?.mergedInto;
        return winner ? { other: this.states.get(winner.id) } : {};
      }
      default:
        return {};
    }
  }

  #open(given: Partial<OpenCommand>, index: number): void {
    const id = `incident-${index + 1}`;
    const command = opening({
      routing: routeWithoutEntity('no-entity', catalog, POLICY),
      ...given,
      id,
      number: index + 1,
    });
    const actor =
      command.source === 'alert' ? PRODUCT : by(PEOPLE[index % ACTORS]);
    const decision = decideOpening(command, this.#factsOf(actor));
    if (decision.refusal) {
      throw new Error(decision.refusal.message);
    }
    this.#add(
      id,
      decision.events.map(({ event }) => event),
    );
  }

  #add(id: string, [declared, ...rest]: DecidedEvent[]): void {
    const state = rest.reduce<IncidentState>(
      evolve,
      opened(id, declared as DecidedEvent<'declared'>),
    );
    this.states.set(id, frozen(state));
    this.#stored.set(id, [declared, ...rest].map(toJson));
  }

  #command(id: string, command: Command, facts: Facts): void {
    const state = this.states.get(id)!;
    const decision = decidedTwice(state, frozen(command), frozen(facts));
    if (decision.refusal) {
      this.#watcher.refused(decision.refusal);
      return;
    }
    const touched = new Set(decision.events.map(event => event.incidentId));
    for (const incidentId of touched) {
      const before = this.states.get(incidentId);
      const events = decision.events
        .filter(event => event.incidentId === incidentId)
        .map(({ event }) => event);
      if (!before) {
        this.#add(incidentId, events);
        continue;
      }
      const next = frozen(events.reduce<IncidentState>(evolve, before));
      this.states.set(incidentId, next);
      this.#stored.get(incidentId)!.push(...events.map(toJson));
      this.#watcher.decided({
        before,
        after: next,
        events,
        notices: events.flatMap(event => noticesOf(next, event)),
      });
    }
  }

  /** Fires what is due, the earliest first, until nothing is. */
  #fireClocks(): void {
    for (const id of this.states.keys()) {
      let fired: RunningClock | undefined;
      let due = this.#nextDue(id);
      while (due) {
        if (fired?.kind === due.kind && fired.dueAt === due.dueAt) {
          throw new Error(`The clock ${due.kind} of ${id} never stops`);
        }
        this.#command(id, commandOf(due), this.#factsOf(PRODUCT));
        fired = due;
        due = this.#nextDue(id);
      }
    }
  }

  #nextDue(id: string): RunningClock | undefined {
    return clocksOf(this.states.get(id)!, DEFAULT_POLICY)
      .filter(({ dueAt }) => dueAt <= this.now)
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
  }
}

function commandOf({ kind, dueAt }: RunningClock): Command {
  switch (kind) {
    case 'resume':
      return { type: 'resume-due' };
    case 'close':
      return { type: 'close-quiet' };
    case 'recovered':
      return { type: 'resolve-recovered' };
    case 'undo':
      return { type: 'expire-undo' };
    default:
      return { type: 'fire-clock', clock: kind, dueAt };
  }
}

/** The decision, which is the same whenever it is asked for. */
function decidedTwice(
  state: IncidentState,
  command: Command,
  facts: Facts,
): Decision {
  const decision = decide(state, command, facts);
  if (toJson(decide(state, command, facts)) !== toJson(decision)) {
    throw new Error(`'${command.type}' is decided in two ways`);
  }
  return decision;
}

function toJson(value: Decision | DecidedEvent): string {
  return JSON.stringify(
    'type' in value ? { ...value, version: EVENT_VERSIONS[value.type] } : value,
  );
}

/** Whatever writes to it fails the test. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
