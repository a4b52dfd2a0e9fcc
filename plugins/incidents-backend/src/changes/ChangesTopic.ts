import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { CHANGES_TOPIC } from '@linchpin/backstage-plugin-incidents-node';
import type { ChangeIntake } from './ChangeIntake';
import { sentChangesOf } from './sentChangesOf';

/**
 * Takes in the changes that other plugins tell through the portal's events. What is
 * no change is logged, since nobody waits for an answer.
 */
export class ChangesTopic {
  readonly #events: EventsService;
  readonly #intake: Pick<ChangeIntake, 'receive'>;
  readonly #logger: LoggerService;

  constructor(options: {
    events: EventsService;
    intake: Pick<ChangeIntake, 'receive'>;
    logger: LoggerService;
  }) {
    this.#events = options.events;
    this.#intake = options.intake;
    this.#logger = options.logger;
  }

  async subscribe(): Promise<void> {
    await this.#events.subscribe({
      id: 'changes',
      topics: [CHANGES_TOPIC],
      onEvent: ({ eventPayload }) => this.#take(eventPayload),
    });
  }

  async #take(payload: unknown): Promise<void> {
    const sent = sentChangesOf(payload);
    const { outcomes } = await this.#intake.receive(sent);
    for (const [index, { error }] of outcomes.entries()) {
      if (error) {
        const where = error.field ? `${error.field}: ` : '';
        this.#logger.warn(
          `A change on the topic ${CHANGES_TOPIC} is not kept: ${where}${error.message}`,
          { position: index },
        );
      }
    }
  }
}
