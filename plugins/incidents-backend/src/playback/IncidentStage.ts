import { InputError } from '@backstage/errors';
import type { ChangesReceipt } from '@linchpin/backstage-plugin-incidents-common';
import {
  actionCommandSchema,
  createActionSchema,
  declareSchema,
  reviewCommandSchema,
  userCommandSchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import type {
  Stage,
  StagePerson,
} from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { ActionSender, ActionService } from '../actions';
import type { ClockEngine, ClockStore } from '../clocks';
import { validate } from '../http/validate';
import type { Commander, IncidentService } from '../incidents/IncidentService';
import { IncidentStore } from '../incidents/IncidentStore';
import type { ReviewService } from '../reviews';
import { stageAccess } from './stageAccess';
import type { StageTime } from './StageTime';

/** Receives a message and processes it at once; the incidents of its alerts. */
export interface StageIntake {
  receive(source: string, body: unknown): Promise<(string | undefined)[]>;
}

/** Keeps changes, as they are told. */
export interface StageChanges {
  receive(sent: readonly unknown[]): Promise<ChangesReceipt>;
}

/** What the stage has of the catalog. */
export interface StageCatalog {
  missing(entityRefs: readonly string[]): Promise<string[]>;
  groupsOf(userRef: string): Promise<string[]>;
}

/** Plays the past through the same parts that carry the present, at its own time. */
export class IncidentStage implements Stage {
  readonly #knex: Knex;
  readonly #time: StageTime;
  readonly #clocks: ClockStore;
  readonly #engine: ClockEngine;
  readonly #service: IncidentService;
  readonly #reviews: ReviewService;
  readonly #actions: ActionService;
  readonly #intake: StageIntake;
  readonly #changes: StageChanges;
  readonly #catalog: StageCatalog;
  readonly #incidents = new IncidentStore();

  constructor(options: {
    knex: Knex;
    time: StageTime;
    clocks: ClockStore;
    engine: ClockEngine;
    service: IncidentService;
    reviews: ReviewService;
    actions: ActionService;
    intake: StageIntake;
    changes: StageChanges;
    catalog: StageCatalog;
  }) {
    this.#knex = options.knex;
    this.#time = options.time;
    this.#clocks = options.clocks;
    this.#engine = options.engine;
    this.#service = options.service;
    this.#reviews = options.reviews;
    this.#actions = options.actions;
    this.#intake = options.intake;
    this.#changes = options.changes;
    this.#catalog = options.catalog;
  }

  async missing(entityRefs: readonly string[]): Promise<string[]> {
    return this.#catalog.missing(entityRefs);
  }

  async groupsOf(userRef: string): Promise<string[]> {
    return this.#catalog.groupsOf(userRef);
  }

  async advanceTo(at: string): Promise<void> {
    // What is due at once, such as the clock of an earlier time, goes first.
    let due: string | undefined = this.#time.now();
    while (due && due <= at) {
      this.#time.moveTo(due);
      await this.#engine.tick(due);
      due = await this.#clocks.nextAfter(this.#knex, due);
    }
    this.#time.moveTo(at);
  }

  async declare(person: StagePerson, request: unknown): Promise<string> {
    const { id } = await this.#service.declare(
      this.#commander(person),
      validate(declareSchema, request),
    );
    return id;
  }

  async command(
    person: StagePerson,
    id: string,
    command: unknown,
  ): Promise<void> {
    await this.#service.execute(this.#commander(person), id, {
      command: validate(userCommandSchema, command),
    });
  }

  async review(
    { ref, name }: StagePerson,
    id: string,
    command: unknown,
  ): Promise<void> {
    await this.#reviews.execute({ ref, name }, id, {
      command: validate(reviewCommandSchema, command),
    });
  }

  async propose(person: StagePerson, request: unknown): Promise<string> {
    return this.#actions.propose(
      actionSender(person),
      validate(createActionSchema, request),
    );
  }

  async act(person: StagePerson, id: string, command: unknown): Promise<void> {
    await this.#actions.execute(actionSender(person), id, {
      command: validate(actionCommandSchema, command),
    });
  }

  async receive(
    source: string,
    body: unknown,
  ): Promise<(string | undefined)[]> {
    return this.#intake.receive(source, body);
  }

  async change(sent: unknown): Promise<string> {
    const { outcomes } = await this.#changes.receive([sent]);
    const [{ id, error }] = outcomes;
    if (!id) {
      throw new InputError(`${error?.field ?? 'change'}: ${error?.message}`);
    }
    return id;
  }

  #commander({ ref, name, ownershipRefs }: StagePerson): Commander {
    return {
      person: { ref, name },
      ownershipRefs,
      mayRespond: true,
      find: id => this.#incidents.resolveId(this.#knex, id),
    };
  }
}

function actionSender(person: StagePerson): ActionSender {
  const { ref, name } = person;
  return { access: stageAccess(person), person: { ref, name } };
}

/** Whether anything has ever been declared. */
export async function isUntouched(knex: Knex): Promise<boolean> {
  const row = await knex('incidents').first('id');
  return row === undefined;
}
