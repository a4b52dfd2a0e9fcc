import type {
  Actor,
  Command,
  IncidentClock,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { ClockHandler, DueClock } from '../clocks';
import type { CommitHints } from './CommitHints';
import type { IncidentStore } from './IncidentStore';
import type { IncidentWriter } from './IncidentWriter';

const CLOCKWORK: Actor = { type: 'system', name: 'Clock' };

/** What happens to incidents when clocks of theirs fall due. */
export class IncidentClockHandler implements ClockHandler {
  readonly #incidents: IncidentStore;
  readonly #writer: IncidentWriter;
  readonly #hints: CommitHints;

  constructor(options: {
    incidents: IncidentStore;
    writer: IncidentWriter;
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
    const incidentIds = await this.#writer.together(tx, now, async changes => {
      await changes.hold(clocks.map(({ subjectId }) => subjectId));
      for (const { subjectId, kind, dueAt } of clocks) {
        await changes.execute(
          subjectId,
          { command: commandOf(kind as IncidentClock, dueAt) },
          { actor: CLOCKWORK, mayRespond: true },
        );
      }
      return changes.write();
    });
    return { afterCommit: () => this.#hints.give({ incidentIds }) };
  }
}

function commandOf(kind: IncidentClock, dueAt: string): Command {
  switch (kind) {
    case 'resume':
      return { type: 'resume-due' };
    case 'close':
      return { type: 'close-quiet' };
    case 'recovered':
      return { type: 'resolve-recovered' };
    case 'undo':
      return { type: 'expire-undo' };
    default:
      return { type: 'fire-clock', clock: kind, dueAt };
  }
}
