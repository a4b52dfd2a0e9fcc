import type {
  CreatedKey,
  CreateKeyRequest,
  IntegrationKey,
  IntegrationKeys,
} from '@linchpin/backstage-plugin-incidents-common';
import { someKeys } from './keys';
import { entityNamed, groups, mei } from './people';

/** The integration keys of the harness, which live as long as the page. */
export class FakeKeys {
  #keys: IntegrationKeys;

  constructor(readonly now: () => number) {
    this.#keys = someKeys(now());
  }

  all(): IntegrationKeys {
    return this.#keys;
  }

  change(keys: Partial<IntegrationKeys>) {
    this.#keys = { ...this.#keys, ...keys };
  }

  create(request: CreateKeyRequest): CreatedKey {
    const { sources, items } = this.#keys;
    const key: IntegrationKey = {
      id: `key-${items.length + 1}`,
      name: request.name,
      source: sources.find(({ id }) => id === request.source) ?? sources[0],
      for:
        groups.find(({ ref }) => ref === request.for) ??
        entityNamed(request.for),
      createdAt: new Date(this.now()).toISOString(),
      createdBy: mei,
      lastUsedAt: null,
      revoked: null,
    };
    this.change({ items: [key, ...items] });
    return { key, secret: `linchpin_key_${'0123456789'.repeat(4)}` };
  }

  revoke(id: string): IntegrationKey {
    const at = new Date(this.now()).toISOString();
    const items = this.#keys.items.map(key =>
      key.id === id ? { ...key, revoked: { at, by: mei } } : key,
    );
    this.change({ items });
    return items.find(key => key.id === id)!;
  }
}
