import { mockServices } from '@backstage/backend-test-utils';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { DeadLetters } from './DeadLetters';
import { DeliveryStatus } from './DeliveryStatus';
import { OutboxMetrics } from './OutboxMetrics';
import { OutboxRecords } from './OutboxRecords';
import { OutboxRelay } from './OutboxRelay';
import { OutboxClaims } from './OutboxClaims';
import { OutboxStore } from './OutboxStore';
import { PluginPresence, type Presence } from './PluginPresence';
import { IDLE } from './__testUtils__/idle';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const NOW = '2026-11-21T12:00:00.000Z';
const now = { now: () => NOW };

class Known extends PluginPresence {
  readonly #presence: Presence;
  constructor(presence: Presence) {
    super({ pluginId: 'any', discovery: mockServices.discovery(), now });
    this.#presence = presence;
  }
  override async look(): Promise<Presence> {
    return this.#presence;
  }
}

it.each(databases.eachSupportedId())(
  'says who can be told, what went wrong last, and lets it be sent again, %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const outbox = new OutboxStore();
    const records = new OutboxRecords();
    const metrics = metricsServiceMock.mock();
    const relay = new OutboxRelay({
      knex,
      claims: new OutboxClaims(),
      now,
      occupation: IDLE,
      logger: mockServices.logger.mock(),
      metrics: new OutboxMetrics({ metrics, knex, records, now }),
      attempts: 1,
    });
    const status = new DeliveryStatus({
      knex,
      records,
      notifications: new Known('unknown'),
      signals: new Known('not installed'),
    });
    const deadLetters = new DeadLetters({ knex, records, relay, now });
    expect(await status.status()).toEqual({
      notifications: true,
      signals: false,
      lastError: null,
    });

    await knex.transaction(tx =>
      outbox.enqueue(
        tx,
        [
          {
            subjectKind: 'incident',
            subjectId: 'inc-a',
            cause: '1:routed',
            kind: 'page',
            channel: 'notifications',
            recipient: { ref: 'user:default/nadia', name: 'Nadia' },
            payload: {},
          },
        ],
        NOW,
      ),
    );
    await relay.tick(NOW);

    expect((await status.status()).lastError).toBe(
      'Nothing here has words for incident',
    );
    const [letter] = await deadLetters.list();
    expect(letter.recipient?.name).toBe('Nadia');
    expect(await deadLetters.resend([letter.id, letter.id])).toBe(1);
    expect(await deadLetters.list()).toEqual([]);
  },
);
