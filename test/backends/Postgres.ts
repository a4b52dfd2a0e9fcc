import type { JsonObject } from '@backstage/types';
import knexFactory, { type Knex } from 'knex';
import { PostgresServer } from '../../scripts/postgres/server.mjs';
import type { BackendDatabase } from './BackendDatabase';

/** Connections of each plugin in each process, so that several processes fit the server's. */
const POOL_SIZE = 8;

/** A server of its own that keeps its promises as an installation's does. */
export class Postgres implements BackendDatabase {
  readonly #server: PostgresServer;

  static async create(): Promise<Postgres> {
    return new Postgres(await PostgresServer.create({ durable: true }));
  }

  private constructor(server: PostgresServer) {
    this.#server = server;
  }

  get config(): JsonObject {
    return {
      client: 'pg',
      connection: this.#server.connection,
      knexConfig: { pool: { min: 0, max: POOL_SIZE } },
    };
  }

  async create(pluginId: string): Promise<void> {
    const server = this.#connect('postgres');
    await server.raw('create database ??', [databaseOf(pluginId)]);
    await server.destroy();
  }

  open(pluginId: string): Knex {
    return this.#connect(databaseOf(pluginId));
  }

  #connect(database: string): Knex {
    return knexFactory({
      client: 'pg',
      connection: { ...this.#server.connection, database },
    });
  }

  /** Ends all connections at once. */
  stop(): Promise<void> {
    return this.#server.stop();
  }

  start(): Promise<void> {
    return this.#server.start();
  }

  remove(): Promise<void> {
    return this.#server.remove();
  }
}

const databaseOf = (pluginId: string) => `backstage_plugin_${pluginId}`;
