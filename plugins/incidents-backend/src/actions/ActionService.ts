import { InputError, NotAllowedError } from '@backstage/errors';
import type {
  CreateAction,
  EntitySnapshot,
  Incident,
  IncidentReference,
  PersonSnapshot,
  Routing,
  UserActionCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  actionPlaceOf,
  type ActionPlace,
  type ProposeAction,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { Access, Confidence } from '../authorization';
import { inTransaction } from '../database/inTransaction';
import type { IncidentReader } from '../history/IncidentReader';
import type { CommitHints } from '../incidents/CommitHints';
import type { ActionGate } from './ActionGate';
import type { ActionStore } from './ActionStore';
import type { ActionWriter, GatheredActionFacts } from './ActionWriter';
import type { ActionTrackers } from './trackers';

/** Where action items learn what the catalog says, before any transaction. */
export interface ActionRouting {
  route(entityRef: string): Promise<Routing>;
  snapshots(refs: readonly string[]): Promise<Map<string, EntitySnapshot>>;
}

/** A person who asks for something to be done, or says what became of it. */
export interface ActionSender {
  access: Access;
  person: PersonSnapshot;
}

/** A person's command on an action item. */
export interface UserActionEnvelope {
  command: UserActionCommand;
  clientId?: string;
  expectedVersion?: number;
}

/** What people do to action items: gathers the facts, then writes in one transaction. */
export class ActionService {
  readonly #knex: Knex;
  readonly #actions: ActionStore;
  readonly #writer: ActionWriter;
  readonly #incidents: IncidentReader;
  readonly #gate: ActionGate;
  readonly #confidence: Confidence;
  readonly #routing: ActionRouting;
  readonly #trackers: ActionTrackers;
  readonly #hints: CommitHints;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    actions: ActionStore;
    writer: ActionWriter;
    incidents: IncidentReader;
    gate: ActionGate;
    confidence: Confidence;
    routing: ActionRouting;
    trackers: ActionTrackers;
    hints: CommitHints;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#actions = options.actions;
    this.#writer = options.writer;
    this.#incidents = options.incidents;
    this.#gate = options.gate;
    this.#confidence = options.confidence;
    this.#routing = options.routing;
    this.#trackers = options.trackers;
    this.#hints = options.hints;
    this.#now = options.now;
  }

  /**
   * Proposes that something is done. A repeat with the same client id returns the
   * first.
   *
   * @returns its id
   * @throws InputError naming the field, NotAllowedError where one of the incidents
   * is not this person's to take part in
   */
  async propose(sender: ActionSender, request: CreateAction): Promise<string> {
    const { person } = sender;
    const origins = await this.#origins(sender, request.incidents);
    const proposal = await this.#proposal(person, request, origins);
    const proposeKey = request.clientId && `${person.ref}#${request.clientId}`;
    const id = await inTransaction(this.#knex, async tx => {
      const known =
        proposeKey && (await this.#actions.idByProposeKey(tx, proposeKey));
      return (
        known ??
        this.#writer.propose(
          tx,
          proposal,
          { now: this.#now.now(), actor: { type: 'user', ...person } },
          proposeKey,
        )
      );
    });
    this.#hints.give({ incidentIds: origins.map(origin => origin.id) });
    return id;
  }

  /**
   * Carries out a person's command.
   *
   * @throws NotFoundError, ConflictError, InputError or NotAllowedError
   */
  async execute(
    sender: ActionSender,
    id: string,
    envelope: UserActionEnvelope,
  ): Promise<void> {
    const { access, person } = sender;
    const stored = await this.#actions.get(this.#knex, id);
    const origins = stored?.state.origins ?? [];
    const who = await this.#gate.onlooker(access, { origins });
    const named = await this.#named(sender, envelope.command, origins);
    const committed = await inTransaction(this.#knex, tx =>
      this.#writer.execute(tx, id, envelope, {
        ...named,
        who,
        now: this.#now.now(),
        actor: { type: 'user', ...person },
      }),
    );
    this.#hints.give(committed);
  }

  /** What a command names, as far as there is such a thing. */
  async #named(
    sender: ActionSender,
    command: UserActionCommand,
    origins: readonly IncidentReference[],
  ): Promise<
    Pick<
      GatheredActionFacts,
      'person' | 'accountable' | 'place' | 'incident' | 'ticket'
    >
  > {
    switch (command.type) {
      case 'assign':
        return command.responsibleRef
          ? {
              person: await this.#personOf(
                'responsibleRef',
                command.responsibleRef,
                origins,
              ),
            }
          : {};
      case 'make-accountable':
        return {
          accountable: await this.#personOf(
            'accountableRef',
            command.accountableRef,
            origins,
          ),
        };
      case 'move-to-entity':
        return {
          place: actionPlaceOf(await this.#routing.route(command.entityRef)),
        };
      case 'link-incident': {
        const [incident] = await this.#origins(
          sender,
          [command.incident],
          'incident',
        );
        return { incident: referenceTo(incident) };
      }
      case 'unlink-incident': {
        const incident = await this.#incidents.find(
          sender.access,
          command.incident,
        );
        return incident ? { incident: referenceTo(incident) } : {};
      }
      case 'link-ticket':
        return { ticket: this.#trackers.ticketAt(command.url) };
      case 'make-ticket':
        return { ticket: this.#trackers.ticketToMake(command.tracker) };
      default:
        return {};
    }
  }

  /** The incidents that something came from, each once; in their order. */
  async #origins(
    { access }: ActionSender,
    asked: readonly string[],
    field = 'incidents',
  ): Promise<Incident[]> {
    const found = new Map<string, Incident>();
    for (const idOrNumber of asked) {
      const incident = await this.#incidents.find(access, idOrNumber);
      if (!incident) {
        throw new InputError(`${field}: No incident ${idOrNumber}`);
      }
      found.set(incident.id, incident);
    }
    if (!(await this.#gate.mayAll(access, 'participate', [...found.keys()]))) {
      throw new NotAllowedError(
        'You may not propose what is to be done about this incident',
      );
    }
    return [...found.values()];
  }

  async #proposal(
    person: PersonSnapshot,
    request: CreateAction,
    origins: readonly Incident[],
  ): Promise<Omit<ProposeAction, 'type' | 'id' | 'number'>> {
    const { responsibleRef, accountableRef } = request;
    const [place, responsible, accountable] = await Promise.all([
      this.#place(request.entityRef, origins[0]),
      responsibleRef
        ? this.#personOf('responsibleRef', responsibleRef, origins)
        : undefined,
      accountableRef
        ? this.#personOf('accountableRef', accountableRef, origins)
        : person,
    ]);
    if (responsibleRef && !responsible) {
      throw missing('responsibleRef', responsibleRef);
    }
    if (!accountable) {
      throw missing('accountableRef', accountableRef!);
    }
    const [mostCritical] = origins.map(({ priority }) => priority).sort();
    return {
      request,
      priority: request.priority ?? mostCritical,
      place,
      ...(responsible && { responsible }),
      accountable,
      origins: origins.map(referenceTo),
    };
  }

  /** Where an action goes: to the entity that is named, else with its first incident. */
  async #place(
    entityRef: string | undefined,
    origin: Incident,
  ): Promise<ProposeAction['place']> {
    const ref = entityRef ?? origin.entityRef;
    if (!ref) {
      return asItWas(origin);
    }
    const place = actionPlaceOf(await this.#routing.route(ref));
    if (place.entity || place.unrouted === 'catalog-unavailable') {
      return place;
    }
    if (entityRef) {
      throw missing('entityRef', entityRef);
    }
    return { ...asItWas(origin), entityGone: true };
  }

  /**
   * A person or group as it is written down; undefined where the catalog has none such.
   *
   * @throws InputError naming the field, where they may not know what it came from
   */
  async #personOf(
    field: string,
    ref: string,
    origins: readonly Pick<IncidentReference, 'id'>[],
  ): Promise<PersonSnapshot | undefined> {
    await this.#confidence.assertIncludes(
      field,
      ref,
      origins.map(({ id }) => id),
    );
    const found = (await this.#routing.snapshots([ref])).get(ref);
    return found && { ref, name: found.title };
  }
}

/** What the catalog has no more, or nobody has named yet, stays with whom the incident was. */
function asItWas({ entity, owner }: Incident): ActionPlace {
  return {
    ...(entity && { entity }),
    ...(owner ? { owner } : { unrouted: 'no-entity' }),
    told: [],
  };
}

function referenceTo({ id, number }: Incident): IncidentReference {
  return { id, number: Number(number.slice('INC-'.length)) };
}

function missing(field: string, ref: string): InputError {
  return new InputError(`${field}: There is no ${ref} in the catalog`);
}
