import type { Knex } from 'knex';
import type { OutboxEntry, OutboxMessage } from '../outbox';
import { OutboxClaims } from '../OutboxClaims';
import { OutboxRecords } from '../OutboxRecords';
import { OutboxStore } from '../OutboxStore';
import { NOW } from './entries';

/** An outbox that a test fills and looks into, with the hands of relays for its messages. */
export class OutboxStage {
  readonly knex: Knex;
  readonly store = new OutboxStore();
  readonly claims = new OutboxClaims();
  readonly records = new OutboxRecords();

  constructor(knex: Knex) {
    this.knex = knex;
  }

  /** Writes what has to be told. */
  async enqueue(...entries: OutboxEntry[]): Promise<void> {
    await this.knex.transaction(tx => this.store.enqueue(tx, entries, NOW));
  }

  /** Somebody acknowledges the incident that entries are about unless told. */
  async cancelPages(): Promise<void> {
    await this.knex.transaction(tx =>
      this.store.cancelPages(tx, 'incident', ['inc-a']),
    );
  }

  /** Takes messages for two seconds. */
  async claimSome(
    now: string,
    { owner = 'relay', except = [] as string[], most = 10 },
  ): Promise<OutboxMessage[]> {
    const until = new Date(Date.parse(now) + 2_000).toISOString();
    const bounds = { most, except };
    return this.claims.claim(this.knex, { owner, until }, bounds, now);
  }

  /** Takes the next message. */
  async claim(
    now: string,
    owner = 'relay',
    except: string[] = [],
  ): Promise<OutboxMessage | undefined> {
    return (await this.claimSome(now, { owner, except, most: 1 }))[0];
  }

  /** Takes one message after the other until there is none. */
  async claimAll(now: string): Promise<OutboxMessage[]> {
    const claimed: OutboxMessage[] = [];
    for (let next = await this.claim(now); next; next = await this.claim(now)) {
      claimed.push(next);
    }
    return claimed;
  }

  async arrive({ id }: OutboxMessage, owner = 'relay'): Promise<void> {
    await this.claims.settle(this.knex, id, owner, { state: 'sent', at: NOW });
  }

  async fail({ id }: OutboxMessage, retryAt: string): Promise<void> {
    await this.claims.settle(this.knex, id, 'relay', {
      state: 'pending',
      error: 'unreachable',
      retryAt,
    });
  }

  async giveUp({ id }: OutboxMessage): Promise<void> {
    await this.claims.settle(this.knex, id, 'relay', {
      state: 'dead',
      error: 'unreachable',
      at: NOW,
    });
  }

  /** All that was ever written, in order. */
  rows(): Knex.QueryBuilder {
    return this.knex('outbox').orderBy('id');
  }

  /** What has become of each telling, by its cause. */
  async states(): Promise<Record<string, string>> {
    const rows = await this.knex('outbox').select('cause', 'state');
    return Object.fromEntries(rows.map(({ cause, state }) => [cause, state]));
  }
}
