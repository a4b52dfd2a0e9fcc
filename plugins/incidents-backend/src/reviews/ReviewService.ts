import { NotFoundError } from '@backstage/errors';
import type {
  EntitySnapshot,
  PersonSnapshot,
  ReviewCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { Confidence } from '../authorization';
import { inTransaction } from '../database/inTransaction';
import type { CommitHints } from '../incidents/CommitHints';
import type { IncidentStore } from '../incidents/IncidentStore';
import type {
  ReviewCommitted,
  ReviewEnvelope,
  ReviewWriter,
} from './ReviewWriter';

/** Where reviews learn who somebody is, before any transaction. */
export interface KnownPeople {
  snapshots(refs: readonly string[]): Promise<Map<string, EntitySnapshot>>;
}

/** What people do to reviews: gathers the facts, then writes in one transaction. */
export class ReviewService {
  readonly #knex: Knex;
  readonly #incidents: IncidentStore;
  readonly #writer: ReviewWriter;
  readonly #people: KnownPeople;
  readonly #confidence: Confidence;
  readonly #hints: CommitHints;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    incidents: IncidentStore;
    writer: ReviewWriter;
    people: KnownPeople;
    confidence: Confidence;
    hints: CommitHints;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#writer = options.writer;
    this.#people = options.people;
    this.#confidence = options.confidence;
    this.#hints = options.hints;
    this.#now = options.now;
  }

  /**
   * Carries out a person's command on the review of an incident.
   *
   * @throws NotFoundError, ConflictError, InputError or NotAllowedError
   */
  async execute(
    person: PersonSnapshot,
    incidentId: string,
    envelope: ReviewEnvelope<ReviewCommand>,
  ): Promise<ReviewCommitted> {
    const { command } = envelope;
    if (command.type === 'assign-owner') {
      await this.#confidence.assertIncludes('ownerRef', command.ownerRef, [
        incidentId,
      ]);
    }
    const people = await this.#named(command);
    const committed = await inTransaction(this.#knex, async tx => {
      const held = await this.#incidents.lock(tx, [incidentId]);
      const incident = held.get(incidentId);
      if (!incident) {
        throw new NotFoundError(`No incident ${incidentId}`);
      }
      return this.#writer.execute(tx, envelope, {
        now: this.#now.now(),
        actor: { type: 'user', ...person },
        incident: incident.state,
        lastSequence: incident.version,
        people,
      });
    });
    if (committed.changed) {
      this.#hints.give({ incidentIds: [incidentId] });
    }
    return committed;
  }

  /** The people that a command names, of those that the catalog has. */
  async #named(command: ReviewCommand): Promise<Map<string, PersonSnapshot>> {
    const found = await this.#people.snapshots(refsIn(command));
    return new Map(
      [...found].map(([ref, { title }]) => [ref, { ref, name: title }]),
    );
  }
}

function refsIn(command: ReviewCommand): readonly string[] {
  switch (command.type) {
    case 'assign-owner':
      return [command.ownerRef];
    case 'plan-meeting':
      return command.attendees;
    default:
      return [];
  }
}
