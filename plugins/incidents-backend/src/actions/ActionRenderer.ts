import {
  isOpenAction,
  type Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import type {
  ActionEvent,
  ActionItemState,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { Knex } from 'knex';
import type { Confidence } from '../authorization';
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
  readonly #confidence: Pick<Confidence, 'includes'>;

  constructor(options: {
    knex: Knex;
    actions: ActionStore;
    confidence: Pick<Confidence, 'includes'>;
  }) {
    this.#knex = options.knex;
    this.#actions = options.actions;
    this.#confidence = options.confidence;
  }

  /** Undefined where it asks for what has been done meanwhile, or this person may not know of it. */
  async render({
    subjectId,
    kind,
    recipient,
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
    const named = incidentsIn(state, event);
    if (
      !recipient ||
      !(await this.#confidence.includes(recipient.ref, named))
    ) {
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

/** What an action came from, and what else a notice of it names. */
function incidentsIn(
  { origins }: ActionItemState,
  { data }: ActionEvent,
): string[] {
  const named = 'incident' in data ? [...origins, data.incident] : origins;
  return named.map(({ id }) => id);
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
