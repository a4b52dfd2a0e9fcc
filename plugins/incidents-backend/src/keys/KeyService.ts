import { randomUUID } from 'node:crypto';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  mayManageKeysOf,
  type CreateKeyRequest,
  type IntegrationKeyState,
  type KeyManager,
  type KeyTarget,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { KeyStore } from './KeyStore';
import { hashOf, newSecret } from './secret';

/** What keys are for, as the catalog has it; never called inside a transaction. */
export interface KeyTargets {
  find(ref: string): Promise<KeyTarget | undefined>;
}

/** Makes and revokes keys. */
export class KeyService {
  readonly #knex: Knex;
  readonly #keys: KeyStore;
  readonly #sources: { has(id: string): boolean };
  readonly #targets: KeyTargets;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    keys: KeyStore;
    sources: { has(id: string): boolean };
    targets: KeyTargets;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#keys = options.keys;
    this.#sources = options.sources;
    this.#targets = options.targets;
    this.#now = options.now;
  }

  /**
   * Makes a key. What it is leaves this place once, in the answer.
   *
   * @throws InputError naming the field; NotAllowedError where it is for something
   * that is not the manager's
   */
  async create(
    manager: KeyManager,
    request: CreateKeyRequest,
  ): Promise<{ key: IntegrationKeyState; secret: string }> {
    if (!this.#sources.has(request.source)) {
      throw new InputError(
        `source: there is no alert source '${request.source}'`,
      );
    }
    const target = await this.#targets.find(request.for);
    if (!target) {
      throw new InputError(`for: the catalog has no ${request.for}`);
    }
    assertManages(manager, target);
    const secret = newSecret();
    const key: IntegrationKeyState = {
      id: randomUUID(),
      name: request.name,
      source: request.source,
      forRef: target.ref,
      createdAt: this.#now.now(),
      createdBy: manager.person,
    };
    await this.#keys.insert(this.#knex, key, hashOf(secret));
    return { key, secret };
  }

  /**
   * Revokes a key for ever; from then on no replica accepts it. A repeat changes
   * nothing.
   *
   * @throws NotFoundError where there is no such key; NotAllowedError where it is
   * not the manager's
   */
  async revoke(manager: KeyManager, id: string): Promise<IntegrationKeyState> {
    const key = await this.#keys.byId(this.#knex, id);
    if (!key) {
      throw new NotFoundError(`There is no integration key ${id}`);
    }
    assertManages(
      manager,
      (await this.#targets.find(key.forRef)) ?? { ref: key.forRef },
    );
    await this.#keys.revoke(this.#knex, id, manager.person, this.#now.now());
    return (await this.#keys.byId(this.#knex, id)) ?? key;
  }
}

function assertManages(manager: KeyManager, target: KeyTarget): void {
  if (!mayManageKeysOf(target, manager)) {
    throw new NotAllowedError(
      `Keys of ${target.ref} are for its ${
        target.ref.startsWith('group:') ? 'members' : 'owners'
      }, and for those who may manage the set-up`,
    );
  }
}
