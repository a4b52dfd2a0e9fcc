import type { Actor } from '@linchpin/backstage-plugin-incidents-common';
import type { ReviewClock } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import type { ClockHandler, DueClock } from '../clocks';
import type { CommitHints } from '../incidents/CommitHints';
import type { IncidentStore } from '../incidents/IncidentStore';
import type { ReviewWriter } from './ReviewWriter';

const CLOCKWORK: Actor = { type: 'system', name: 'Clock' };

/** What happens to reviews when clocks of theirs fall due; whoever holds the incident holds its review. */
export class ReviewClockHandler implements ClockHandler {
  readonly #incidents: IncidentStore;
  readonly #writer: ReviewWriter;
  readonly #hints: CommitHints;

  constructor(options: {
    incidents: IncidentStore;
    writer: ReviewWriter;
    hints: CommitHints;
  }) {
    this.#incidents = options.incidents;
    this.#writer = options.writer;
    this.#hints = options.hints;
  }

  async lockFree(
    tx: Knex.Transaction,
    subjectIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    return this.#incidents.lockFree(tx, subjectIds);
  }

  async fire(tx: Knex.Transaction, clocks: readonly DueClock[], now: string) {
    const held = await this.#incidents.lock(
      tx,
      clocks.map(({ subjectId }) => subjectId),
    );
    for (const { subjectId, kind, dueAt } of clocks) {
      const incident = held.get(subjectId)?.state;
      if (incident) {
        const clock = kind as ReviewClock;
        await this.#writer.execute(
          tx,
          { command: { type: 'fire-clock', clock, dueAt } },
          { now, actor: CLOCKWORK, incident },
        );
      }
    }
    return {
      afterCommit: () => this.#hints.give({ incidentIds: [...held.keys()] }),
    };
  }
}
