import {
  isOpenAction,
  type Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import type {
  ActionEvent,
  ActionItemState,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { Knex } from 'knex';
import type {
  OutboxMessage,
  OutboxRenderer,
  RenderedMessage,
} from '../delivery';
import { INCIDENTS_TOPIC } from '../incidents/IncidentRenderer';
import { ACTION, type ActionNoticePayload } from './actionNotices';
import { actionNumberOf } from './actionRows';
import type { ActionStore } from './ActionStore';
import { actionWords } from './actionWords';

/** Finds the words of a notice of an action item when it is sent. */
export class ActionRenderer implements OutboxRenderer {
  readonly #knex: Knex;
  readonly #actions: ActionStore;

  constructor(options: { knex: Knex; actions: ActionStore }) {
    this.#knex = options.knex;
    this.#actions = options.actions;
  }

  /** Undefined where it asks for what has been done meanwhile. */
  async render({
    subjectId,
    kind,
    payload,
  }: OutboxMessage): Promise<RenderedMessage | undefined> {
    const { sequence, because } = payload as ActionNoticePayload;
    const [stored, [event]] = await Promise.all([
      this.#actions.get(this.#knex, subjectId),
      this.#actions.events(this.#knex, subjectId, sequence),
    ]);
    if (!stored || !event) {
      return undefined;
    }
    const { state } = stored;
    if (kind === 'page' && isOutdated(state, event)) {
      return undefined;
    }
    const scope = `${ACTION}:${state.id}`;
    return {
      topic: INCIDENTS_TOPIC,
      ...actionWords(state, event, because),
      severity: severityOf(state.priority),
      link: `/incidents/reviews/actions?action=${actionNumberOf(state)}`,
      scope: kind === 'page' ? `${scope}:page` : scope,
    };
  }
}

/** What is done asks for being verified alone, and what is over for nothing. */
function isOutdated(
  { status }: ActionItemState,
  { type }: ActionEvent,
): boolean {
  return type === 'finished' ? status !== 'done' : !isOpenAction(status);
}

function severityOf(priority: Priority): 'high' | 'normal' | 'low' {
  switch (priority) {
    case 'P1':
    case 'P2':
      return 'high';
    case 'P3':
      return 'normal';
    default:
      return 'low';
  }
}
