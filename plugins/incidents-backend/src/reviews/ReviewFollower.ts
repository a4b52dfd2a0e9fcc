import type {
  Actor,
  IncidentChange,
} from '@linchpin/backstage-plugin-incidents-common';
import { reviewFollows } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import type { ChangeFollower } from '../incidents/neighbours';
import type { ReviewWriter } from './ReviewWriter';

const FOLLOWING: Actor = { type: 'system', name: 'Review' };

/** Lets reviews come into being and go on with their incidents. */
export class ReviewFollower implements ChangeFollower {
  readonly #writer: ReviewWriter;

  constructor(writer: ReviewWriter) {
    this.#writer = writer;
  }

  async follow(
    tx: Knex.Transaction,
    changes: readonly IncidentChange[],
    now: string,
  ): Promise<void> {
    for (const change of changes) {
      const command = reviewFollows(change);
      if (command) {
        await this.#writer.execute(
          tx,
          { command },
          { now, actor: FOLLOWING, incident: change.after },
        );
      }
    }
  }
}
