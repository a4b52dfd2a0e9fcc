import type { ActionItemState } from '@linchpin/backstage-plugin-incidents-common/actions';
import type { TicketDraft } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { ActionStore } from '../ActionStore';
import { actionNumberOf } from '../actionRows';

/** What the catalog says of where tickets of an entity belong. */
export interface EntityAnnotations {
  /** None where the catalog has no such entity. */
  annotationsOf(entityRef: string): Promise<Readonly<Record<string, string>>>;
}

/** What is to be written into tickets: of the action alone, nothing of its incidents, which not everybody may read. */
export class TicketDrafts {
  readonly #knex: Knex;
  readonly #actions: ActionStore;
  readonly #entities: EntityAnnotations;
  readonly #portalUrl: string;

  constructor(options: {
    knex: Knex;
    actions: ActionStore;
    entities: EntityAnnotations;
    /** Where people see the portal. */
    portalUrl: string;
  }) {
    this.#knex = options.knex;
    this.#actions = options.actions;
    this.#entities = options.entities;
    this.#portalUrl = options.portalUrl.replace(/\/+$/, '');
  }

  /** @throws what the catalog throws where it does not answer */
  async of(state: ActionItemState): Promise<TicketDraft> {
    const [events, annotations] = await Promise.all([
      this.#actions.events(this.#knex, state.id),
      state.entity ? this.#entities.annotationsOf(state.entity.ref) : {},
    ]);
    const description = events.findLast(
      ({ texts }) => texts?.description !== undefined,
    )?.texts?.description;
    const number = actionNumberOf(state);
    return {
      number,
      title: state.title,
      ...(description && { description }),
      url: `${this.#portalUrl}/incidents/actions/${number}`,
      marker: `linchpin action ${state.id}`,
      annotations,
    };
  }
}
