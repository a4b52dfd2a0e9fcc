import type {
  Action,
  ActionDetail,
  ActionEventLine,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  ACTION_COMMANDS,
  isActionCommandOffered,
  type ActionEvent,
  type ActionEventTexts,
  type ActionItemState,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { ActionCommandType } from '@linchpin/backstage-plugin-incidents-common';
import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { namedPerson } from '../history/incidentRows';
import { knownAmong, shownReference } from '../history/references';
import type { ActionGate } from './ActionGate';
import type { ActionReader } from './ActionReader';
import type { ActionStore } from './ActionStore';
import type { ActionTrackers } from './trackers';

/** One action item with its past. */
export class ActionDetailReader {
  readonly #knex: Knex;
  readonly #actions: ActionReader;
  readonly #store: ActionStore;
  readonly #gate: Pick<ActionGate, 'onlooker'>;
  readonly #trackers: Pick<ActionTrackers, 'all'>;

  constructor(options: {
    knex: Knex;
    actions: ActionReader;
    store: ActionStore;
    gate: Pick<ActionGate, 'onlooker'>;
    trackers: Pick<ActionTrackers, 'all'>;
  }) {
    this.#knex = options.knex;
    this.#actions = options.actions;
    this.#store = options.store;
    this.#gate = options.gate;
    this.#trackers = options.trackers;
  }

  /** @throws NotFoundError also where it exists but may not be known of */
  async get(access: Access, idOrNumber: string): Promise<ActionDetail> {
    const action = await this.#actions.get(access, idOrNumber);
    const [stored, events] = await Promise.all([
      this.#store.get(this.#knex, action.id),
      this.#store.events(this.#knex, action.id),
    ]);
    if (!stored) {
      throw new NotFoundError(`No action ${idOrNumber}`);
    }
    const { state } = stored;
    const [known, who] = await Promise.all([
      knownAmong(this.#knex, access, events.flatMap(incidentsIn)),
      this.#gate.onlooker(access, state),
    ]);
    const commands = Object.keys(ACTION_COMMANDS) as ActionCommandType[];
    return {
      ...action,
      ...textsOf(state, action, events),
      createdBy: namedPerson(state.proposedBy)!,
      events: events.map(event => lineOf(event, known)),
      viewer: {
        commands: commands.filter(
          type =>
            isActionCommandOffered(type, state, who) &&
            (this.#trackers.all().length > 0 || !NEEDS_TRACKER.has(type)),
        ),
      },
    };
  }
}

const NEEDS_TRACKER: ReadonlySet<ActionCommandType> = new Set([
  'link-ticket',
  'make-ticket',
]);

/** What was written last into each field, as far as it still holds. */
function textsOf(
  { givenUpBy }: ActionItemState,
  { status }: Action,
  events: readonly ActionEvent[],
): Pick<ActionDetail, 'description' | 'quote' | 'wontDo' | 'verifiedHow'> {
  const last = (field: keyof ActionEventTexts, type?: ActionEvent['type']) =>
    events.findLast(
      event =>
        event.texts?.[field] !== undefined && (!type || event.type === type),
    )?.texts?.[field];
  return {
    description: last('description') || null,
    quote: last('quote') ?? null,
    wontDo: givenUpBy
      ? {
          by: namedPerson(givenUpBy)!,
          reason: last('reason', 'given-up') ?? '',
        }
      : null,
    verifiedHow: status === 'verified' ? (last('how') ?? null) : null,
  };
}

function incidentsIn({ type, data }: ActionEvent) {
  switch (type) {
    case 'proposed':
      return data.origins;
    case 'incident-linked':
    case 'incident-unlinked':
    case 'recurred':
      return [data.incident];
    default:
      return [];
  }
}

/** An incident that may not be known of has neither id nor number. */
function lineOf(
  { sequence, at, actor, type, data, texts }: ActionEvent,
  known: ReadonlySet<string>,
): ActionEventLine {
  const shown =
    type === 'proposed'
      ? {
          ...data,
          origins: data.origins.map(each => shownReference(each, known)),
        }
      : data;
  return {
    sequence,
    at,
    actor: {
      type: actor.type,
      ref: actor.type === 'user' ? actor.ref : null,
      name: actor.name,
    },
    type,
    data: {
      ...shown,
      ...('incident' in data && {
        incident: shownReference(data.incident, known),
      }),
      ...texts,
    },
  };
}
