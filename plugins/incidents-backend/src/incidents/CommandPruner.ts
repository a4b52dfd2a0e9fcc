import type { Knex } from 'knex';
import { pruneInBatches } from '../database/pruneInBatches';
import type { CommandLog } from './CommandLog';

const DAY = 24 * 60 * 60_000;

/** A browser or an agent that repeats a command after that time means it anew. */
const KEEP_FOR = 7 * DAY;

/** Forgets which commands were carried out, once nobody repeats them any more. */
export class CommandPruner {
  readonly #knex: Knex;
  readonly #commands: CommandLog;

  constructor(options: { knex: Knex; commands: CommandLog }) {
    this.#knex = options.knex;
    this.#commands = options.commands;
  }

  /** @returns how many were forgotten */
  async prune(now: string): Promise<number> {
    const before = new Date(Date.parse(now) - KEEP_FOR).toISOString();
    return pruneInBatches(most =>
      this.#commands.prune(this.#knex, before, most),
    );
  }
}
