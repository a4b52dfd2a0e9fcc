import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { databaseTime, isPostgres } from './dialect';

/** Reads the instant that due times and leases are compared with. */
export type DueTime = () => Promise<string>;

/**
 * On PostgreSQL the database's time, so that replicas whose machines disagree
 * agree on what is due; on SQLite, which has one process, `now`.
 */
export function dueTimeOf(knex: Knex, now: NowService): DueTime {
  return isPostgres(knex) ? () => databaseTime(knex) : async () => now.now();
}
