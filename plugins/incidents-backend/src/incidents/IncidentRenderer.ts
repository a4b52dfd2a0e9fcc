import {
  isLive,
  type IncidentPolicy,
  type IncidentState,
  type TimelineEvent,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type {
  OutboxMessage,
  OutboxRenderer,
  RenderedMessage,
} from '../delivery';
import type { EventStore } from './EventStore';
import type { IncidentStore } from './IncidentStore';
import type { ChangePayload, NoticePayload } from './noticeRows';
import { noticeWords } from './renderNotice';

/** The topic on the portal's events under which changes of incidents are published. */
export const INCIDENTS_TOPIC = 'incidents';

/** Finds the words of a message when it is sent, so that it says what is true then. */
export class IncidentRenderer implements OutboxRenderer {
  readonly #knex: Knex;
  readonly #incidents: IncidentStore;
  readonly #events: EventStore;
  readonly #policy: IncidentPolicy;

  constructor(options: {
    knex: Knex;
    incidents: IncidentStore;
    events: EventStore;
    policy: IncidentPolicy;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#events = options.events;
    this.#policy = options.policy;
  }

  /** Undefined where it has nothing to say any more, as a page of something taken. */
  async render(message: OutboxMessage): Promise<RenderedMessage | undefined> {
    const state = await this.#incidents.state(this.#knex, message.subjectId);
    if (!state) {
      return undefined;
    }
    if (message.kind === 'event') {
      const { fromSequence, toSequence } = message.payload as ChangePayload;
      const events = await this.#events.timeline(
        this.#knex,
        message.subjectId,
        [fromSequence, toSequence],
      );
      return {
        topic: INCIDENTS_TOPIC,
        data: {
          id: state.id,
          number: `INC-${state.number}`,
          status: state.status,
          priority: state.priority,
          entityRef: state.entity?.ref ?? null,
          ownerRef: state.owner?.ref ?? null,
          events: events.map(({ sequence, type, at }) => ({
            sequence,
            type,
            at,
          })),
        },
      };
    }
    const { sequence } = message.payload as NoticePayload;
    const [event] = await this.#events.timeline(this.#knex, message.subjectId, [
      sequence,
      sequence,
    ]);
    if (!event || (message.kind === 'page' && isOutdated(event, state))) {
      return undefined;
    }
    const scope = `incident:${state.id}`;
    return {
      topic: INCIDENTS_TOPIC,
      ...noticeWords(state, event, message.kind, this.#policy),
      severity: event.type === 'recovered' ? 'low' : severityOf(state.priority),
      link: `/incidents/INC-${state.number}`,
      scope: message.kind === 'page' ? `${scope}:page` : scope,
    };
  }
}

/** What is over asks nobody any more, and what fires again has not recovered. */
function isOutdated(event: TimelineEvent, state: IncidentState): boolean {
  return (
    !isLive(state.status) || (event.type === 'recovered' && !state.recoveredAt)
  );
}

function severityOf(priority: string): 'critical' | 'high' | 'normal' | 'low' {
  switch (priority) {
    case 'P1':
      return 'critical';
    case 'P2':
      return 'high';
    case 'P3':
      return 'normal';
    default:
      return 'low';
  }
}
