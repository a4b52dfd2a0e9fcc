import { randomUUID } from 'node:crypto';
import {
  acceptChange,
  type ChangeEvent,
  type ChangesReceipt,
} from '@linchpin/backstage-plugin-incidents-common';
import { sentChangeSchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { z } from 'zod/v3';
import { inTransaction } from '../database/inTransaction';
import { orComeAgain } from '../http/orComeAgain';
import type { ChangeStore } from './ChangeStore';

/** Which of some entities the catalog has; never asked inside a transaction. */
export interface ChangedEntities {
  snapshots(refs: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
}

/** The integration key that changes came by. */
export interface KeyOfChanges {
  id: string;
  forRef: string;
}

type Outcome = ChangesReceipt['outcomes'][number];
type Refusal = NonNullable<Outcome['error']>;

/** Takes changes in. What it answers for is committed. */
export class ChangeIntake {
  readonly #knex: Knex;
  readonly #store: ChangeStore;
  readonly #entities: ChangedEntities;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    store: ChangeStore;
    entities: ChangedEntities;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#entities = options.entities;
    this.#now = options.now;
  }

  /**
   * Keeps the changes that are such, and says of each what became of it: a bad one
   * holds back no other, and one that was kept before changes nothing. What was
   * changed may be nothing of the catalog's; that is said.
   *
   * @throws ServiceUnavailableError where the database takes nothing at the moment
   */
  async receive(
    sent: readonly unknown[],
    key?: KeyOfChanges,
  ): Promise<ChangesReceipt> {
    const receivedAt = this.#now.now();
    const read = sent.map(each => readChange(each, receivedAt, key));
    const good = read.flatMap(({ change }) => change ?? []);
    const refs = [...new Set(good.map(({ entityRef }) => entityRef))];
    const known = await this.#entities.snapshots(refs);
    const told = good.map(change => ({
      change,
      receivedAt,
      ...(key && { keyId: key.id }),
    }));
    const kept = await orComeAgain(
      inTransaction(this.#knex, tx => this.#store.keep(tx, told)),
    );
    const ids = new Map(good.map(({ id }, index) => [id, kept[index]]));
    return {
      outcomes: read.map(({ change, error }) =>
        change
          ? {
              id: ids.get(change.id) ?? null,
              isNew: ids.get(change.id) === change.id,
              entityRef: change.entityRef,
              entityKnown: known.has(change.entityRef),
              error: null,
            }
          : { ...NOT_KEPT, error },
      ),
    };
  }
}

const NOT_KEPT = {
  id: null,
  isNew: false,
  entityRef: null,
  entityKnown: false,
};

function readChange(
  sent: unknown,
  receivedAt: string,
  key: KeyOfChanges | undefined,
):
  | { change: ChangeEvent; error?: undefined }
  | { change?: undefined; error: Refusal } {
  const { data, error } = sentChangeSchema.safeParse(sent);
  if (error) {
    return { error: refusalOf(error) };
  }
  const { change, refusal } = acceptChange(data, {
    id: randomUUID(),
    receivedAt,
    ...(key && { keyFor: key.forRef }),
  });
  return change ? { change } : { error: refusal };
}

/** Names the first field that is wrong, and says all that is. */
function refusalOf({ issues: [first, ...rest] }: z.ZodError): Refusal {
  const field = first.path.join('.') || null;
  const others = rest.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  );
  return { field, message: [first.message, ...others].join('; ') };
}
