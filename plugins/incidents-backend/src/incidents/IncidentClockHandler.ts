import type {
  Actor,
  Command,
  IncidentClock,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { ClockHandler, DueClock } from '../clocks';
import type { CommitHints } from './CommitHints';
import type { IncidentWriter } from './IncidentWriter';

const CLOCKWORK: Actor = { type: 'system', name: 'Clock' };

/** What happens to an incident when one of its clocks falls due. */
export class IncidentClockHandler implements ClockHandler {
  readonly #writer: IncidentWriter;
  readonly #hints: CommitHints;

  constructor(writer: IncidentWriter, hints: CommitHints) {
    this.#writer = writer;
    this.#hints = hints;
  }

  async fire(tx: Knex.Transaction, clock: DueClock, now: string) {
    const committed = await this.#writer.execute(
      tx,
      clock.subjectId,
      { command: commandOf(clock.kind as IncidentClock, clock.dueAt) },
      { now, actor: CLOCKWORK, mayRespond: true },
    );
    return { afterCommit: () => this.#hints.give(committed) };
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
