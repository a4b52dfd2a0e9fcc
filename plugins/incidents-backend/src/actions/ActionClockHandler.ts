import type { Actor } from '@linchpin/backstage-plugin-incidents-common';
import type { ActionClock } from '@linchpin/backstage-plugin-incidents-common/actions';
import type { Knex } from 'knex';
import type { ClockHandler, DueClock } from '../clocks';
import type { CommitHints } from '../incidents/CommitHints';
import type { ActionStore } from './ActionStore';
import type { ActionWriter } from './ActionWriter';

const CLOCKWORK: Actor = { type: 'system', name: 'Clock' };

/** What happens to action items when they are due soon, or overdue. */
export class ActionClockHandler implements ClockHandler {
  readonly #actions: ActionStore;
  readonly #writer: ActionWriter;
  readonly #hints: CommitHints;

  constructor(options: {
    actions: ActionStore;
    writer: ActionWriter;
    hints: CommitHints;
  }) {
    this.#actions = options.actions;
    this.#writer = options.writer;
    this.#hints = options.hints;
  }

  async lockFree(
    tx: Knex.Transaction,
    subjectIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    return this.#actions.lockFree(tx, subjectIds);
  }

  async fire(tx: Knex.Transaction, clocks: readonly DueClock[], now: string) {
    const incidentIds = new Set<string>();
    for (const { subjectId, kind, dueAt } of clocks) {
      const committed = await this.#writer.execute(
        tx,
        subjectId,
        { command: { type: 'fire-clock', clock: kind as ActionClock, dueAt } },
        {
          now,
          actor: CLOCKWORK,
          who: { ownershipRefs: [], permissions: [] },
        },
      );
      committed.incidentIds.forEach(id => incidentIds.add(id));
    }
    return {
      afterCommit: () => this.#hints.give({ incidentIds: [...incidentIds] }),
    };
  }
}
