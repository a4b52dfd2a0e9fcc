import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Actor,
  ChangeSnapshot,
  Declare,
  EntitySnapshot,
  Impact,
  IncidentReference,
  IncidentState,
  PersonSnapshot,
  Routing,
  Urgency,
  UserCommand,
  Visibility,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { Confidence } from '../authorization';
import { inTransaction } from '../database/inTransaction';
import type { CommitHints } from './CommitHints';
import type { IncidentStore } from './IncidentStore';
import type { Committed, GatheredFacts } from './IncidentChanges';
import type { IncidentWriter } from './IncidentWriter';

/** Where incidents learn what the catalog says, before any transaction. */
export interface IncidentRouting {
  route(entityRef: string): Promise<Routing>;
  /** Undefined where the catalog has no such group. */
  passOn(groupRef: string): Promise<Routing | undefined>;
  withoutEntity(reason: 'no-entity'): Promise<Routing>;
  snapshots(refs: readonly string[]): Promise<Map<string, EntitySnapshot>>;
  suggest(
    entityRef: string | undefined,
  ): Promise<{ impact: Impact; urgency: Urgency }>;
}

/** Where incidents find the change that a person says caused them. */
export interface LinkableChanges {
  /** As it is written down; undefined where it is kept no more, or never was. */
  snapshot(id: string): Promise<ChangeSnapshot | undefined>;
}

/** A person who sends a command, and what they may. */
export interface Commander {
  person: PersonSnapshot;
  /** The person and the groups they answer for. */
  ownershipRefs: readonly string[];
  mayRespond: boolean;
  /** The id behind an id or a number, of those that the person may know of. */
  find(idOrNumber: string): Promise<string | undefined>;
}

/** An earlier incident that a new one is the same trouble as. */
export type EarlierIncident = IncidentReference & { visibility: Visibility };

/** A person's command on an incident. */
export interface UserCommandEnvelope {
  command: UserCommand;
  clientId?: string;
  expectedVersion?: number;
}

/** What people do to incidents: gathers the facts, then writes in one transaction. */
export class IncidentService {
  readonly #knex: Knex;
  readonly #incidents: IncidentStore;
  readonly #writer: IncidentWriter;
  readonly #routing: IncidentRouting;
  readonly #changes: LinkableChanges;
  readonly #confidence: Confidence;
  readonly #hints: CommitHints;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    incidents: IncidentStore;
    writer: IncidentWriter;
    routing: IncidentRouting;
    changes: LinkableChanges;
    confidence: Confidence;
    hints: CommitHints;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#writer = options.writer;
    this.#routing = options.routing;
    this.#changes = options.changes;
    this.#confidence = options.confidence;
    this.#hints = options.hints;
    this.#now = options.now;
  }

  /**
   * Reports a problem, or declares an incident where the person's own team owns
   * the entity. A repeat with the same client id returns the first incident.
   *
   * @throws InputError naming the field
   */
  async declare(
    { person, ownershipRefs }: Commander,
    request: Declare,
    earlier?: EarlierIncident,
  ): Promise<{ id: string }> {
    if (earlier?.visibility === 'private' && request.visibility === 'public') {
      throw new InputError(
        'recurrenceOf: A public incident cannot name a private one',
      );
    }
    const declareKey = request.clientId && `${person.ref}#${request.clientId}`;
    const { routing, affected, suggestion } = await this.#facts(request);
    const isOwner =
      routing.owner !== undefined && ownershipRefs.includes(routing.owner.ref);

    const { id, isNew } = await inTransaction(this.#knex, async tx => {
      const known =
        declareKey && (await this.#incidents.idByDeclareKey(tx, declareKey));
      if (known) {
        return { id: known, isNew: false };
      }
      const opened = await this.#writer.open(
        tx,
        {
          source: isOwner ? 'declaration' : 'report',
          status: isOwner ? 'investigating' : 'triage',
          request,
          impact: request.impact ?? suggestion.impact,
          urgency: request.urgency ?? suggestion.urgency,
          routing,
          affected,
          ...(earlier && {
            recurrenceOf: { id: earlier.id, number: earlier.number },
          }),
        },
        { now: this.#now.now(), actor: actorOf(person), mayRespond: true },
        declareKey ? { declareKey } : {},
      );
      return { id: opened.id, isNew: true };
    });
    this.#hints.give({ incidentIds: isNew ? [id] : [] });
    return { id };
  }

  /** What the catalog says of a request. */
  async #facts({ entityRef, affected: affectedRefs }: Declare) {
    const [routing, affected, suggestion] = await Promise.all([
      entityRef
        ? this.#routing.route(entityRef)
        : this.#routing.withoutEntity('no-entity'),
      this.#routing.snapshots(affectedRefs),
      this.#routing.suggest(entityRef),
    ]);
    if (routing.unrouted !== 'catalog-unavailable') {
      if (entityRef && !routing.entity) {
        throw missingEntity('entityRef', entityRef);
      }
      for (const [index, ref] of affectedRefs.entries()) {
        if (!affected.has(ref)) {
          throw missingEntity(`affected.${index}`, ref);
        }
      }
    }
    return { routing, affected: [...affected.values()], suggestion };
  }

  /**
   * Carries out a person's command.
   *
   * @throws NotFoundError, ConflictError, InputError or NotAllowedError
   */
  async execute(
    { person, mayRespond, find }: Commander,
    id: string,
    envelope: UserCommandEnvelope,
  ): Promise<Pick<Committed, 'changed' | 'opened'>> {
    const facts = await this.#gather(id, envelope.command, find);
    const committed = await inTransaction(this.#knex, tx =>
      this.#writer.execute(tx, id, envelope, {
        ...facts,
        now: this.#now.now(),
        actor: actorOf(person),
        mayRespond,
      }),
    );
    this.#hints.give(committed);
    return committed;
  }

  /** Routes an incident anew, as when the catalog is back. */
  async reroute(id: string, routing: Routing): Promise<void> {
    const committed = await inTransaction(this.#knex, tx =>
      this.#writer.execute(
        tx,
        id,
        { command: { type: 'route', routing } },
        {
          now: this.#now.now(),
          actor: { type: 'system', name: 'Routing' },
          mayRespond: true,
        },
      ),
    );
    this.#hints.give(committed);
  }

  async #gather(
    id: string,
    command: UserCommand,
    find: Commander['find'],
  ): Promise<
    Pick<
      GatheredFacts,
      'routing' | 'entity' | 'change' | 'otherId' | 'reviewOwner'
    >
  > {
    switch (command.type) {
      case 'resolve':
        return command.reviewOwnerRef
          ? { reviewOwner: await this.#reviewOwner(id, command.reviewOwnerRef) }
          : {};
      case 'pass-on':
        return { routing: await this.#routing.passOn(command.to) };
      case 'assign-entity':
        return { routing: await this.#routing.route(command.entityRef) };
      case 'mark-affected': {
        const found = await this.#routing.snapshots([command.entityRef]);
        return { entity: found.get(command.entityRef) };
      }
      case 'link-change':
        return { change: await this.#changes.snapshot(command.changeId) };
      case 'merge':
        return { otherId: await find(command.into) };
      case 'move-out': {
        const { entity } = await this.#state(id);
        return entity ? { routing: await this.#routing.route(entity.ref) } : {};
      }
      case 'undo':
        return { otherId: (await this.#state(id)).mergedInto?.id };
      default:
        return {};
    }
  }

  /** Undefined where the catalog has no such person. */
  async #reviewOwner(
    id: string,
    ref: string,
  ): Promise<PersonSnapshot | undefined> {
    await this.#confidence.assertIncludes('reviewOwnerRef', ref, [id]);
    const found = (await this.#routing.snapshots([ref])).get(ref);
    return found && { ref, name: found.title };
  }

  async #state(id: string): Promise<IncidentState> {
    const state = await this.#incidents.state(this.#knex, id);
    if (!state) {
      throw new NotFoundError(`No incident ${id}`);
    }
    return state;
  }
}

function actorOf(person: PersonSnapshot): Actor {
  return { type: 'user', ...person };
}

function missingEntity(field: string, ref: string): InputError {
  return new InputError(`${field}: There is no ${ref} in the catalog`);
}
