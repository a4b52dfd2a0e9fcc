import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { as, openPortal } from './__testUtils__/portal';
import { incidentConditions } from './authorization';
import { PluginDatabases } from './database/__testUtils__/PluginDatabases';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const mei = as('mei');
const zoe = as('zoe');
const payments = 'component:default/payments-api';

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let portal: Awaited<ReturnType<typeof openPortal>>;
  let knex: Knex;

  /** Mei's private INC-1 and public INC-2 of the same entity. */
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    portal = await openPortal(knex);
    for (const visibility of ['private', 'public']) {
      await portal.post(
        '/incidents',
        { title: `A ${visibility} matter`, entityRef: payments, visibility },
        mei,
      );
    }
  });

  afterEach(() => portal.stop());

  it.each([
    ['a stranger', zoe],
    ['another service', mockCredentials.service.header()],
  ])('is in nothing that %s reads', async (_, reader) => {
    const action = await portal.post(
      '/actions',
      {
        title: 'Prevent the private matter',
        type: 'prevent',
        incidents: ['INC-1'],
      },
      mei,
    );
    expect(action.status).toBe(201);
    for (const path of [
      '/incidents',
      '/incidents/export?format=jsonl',
      '/incidents/export?format=csv',
      '/incidents?q=INC-1',
      '/incidents?entity=component:default/payments-api',
      '/incidents/INC-2',
      '/incidents/INC-2/timeline',
      '/inbox?view=teams',
      '/inbox?view=mine',
      '/entities/component/default/payments-api',
      '/entities/component/default/payments-api/history',
      '/actions',
      '/actions/follow-through',
      '/reviews',
      '/reviews/factors',
      '/search-documents/incidents',
      '/search-documents/reviews',
      '/insights',
      `/facts?entity=${payments}`,
      `/reports/preview?entity=${payments}`,
    ]) {
      const { status, text } = await portal.get(path, reader);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect({ path, tells: /private matter|INC-1"/.test(text) }).toEqual({
        path,
        tells: false,
      });
    }
    expect((await portal.get('/incidents/INC-1', reader)).status).toBe(404);
    const { body: history } = await portal.get(
      '/entities/component/default/payments-api/history',
      reader,
    );
    expect(history).toMatchObject({ total: 1 });
    expect(history.months.at(-1)).toMatchObject({ incidents: 1 });
    const { body: card } = await portal.get(
      '/entities/component/default/payments-api',
      reader,
    );
    expect(card).toMatchObject({
      last90Days: { incidents: 1 },
      actions: { open: 0 },
    });
    expect((await portal.get('/actions/ACT-1', reader)).status).toBe(404);
    expect((await portal.get('/incidents/INC-1', mei)).status).toBe(200);
  });

  it('is shown to nobody by another plugin that has kept something of it', async () => {
    const { body: both } = await portal.get('/incidents', mei);
    const { body } = await portal.post(
      '/.well-known/backstage/permissions/apply-conditions',
      {
        items: both.items.map(({ id }: { id: string }) => ({
          id,
          resourceRef: id,
          resourceType: 'incident',
          conditions: incidentConditions.hasPriority({
            priorities: ['P1', 'P2', 'P3', 'P4', 'P5'],
          }),
        })),
      },
      mockCredentials.service.header(),
    );
    const shown = both.items.map(
      ({ number }: { number: string }, index: number) => [
        number,
        body.items[index].result,
      ],
    );
    expect(Object.fromEntries(shown)).toEqual({
      'INC-1': 'DENY',
      'INC-2': 'ALLOW',
    });
  });

  it('is gone for others as soon as it is made private, and back when it is public again', async () => {
    const send = (type: string) =>
      portal.post('/incidents/INC-2/commands', { command: { type } }, mei);
    const seenBy = async (reader: string) =>
      (await portal.get('/incidents/INC-2', reader)).status;

    const hidden = await send('make-private');
    expect(hidden.status).toBe(200);
    expect(hidden.body.incident.viewer.commands).toContain('make-public');
    expect([await seenBy(zoe), await seenBy(mei)]).toEqual([404, 200]);

    await send('make-public');
    expect(await seenBy(zoe)).toBe(200);
    const keys = await knex('incidents').pluck('open_key');
    expect(keys).toContain(`entity:${payments}`);
  });

  it('is on Setup only as a message that was not sent, for whoever is not to know of it', async () => {
    await knex('outbox').whereNotNull('recipient_ref').update({
      state: 'dead',
      settled_at: new Date(),
      last_error: 'The mailbox refused it',
    });
    const notSentTo = async (reader: string) => {
      const { body } = await portal.get('/setup', reader);
      return new Set(
        body.notSent.map(
          (message: { incident: { number: string } | null }) =>
            message.incident?.number ?? null,
        ),
      );
    };

    expect(await notSentTo(zoe)).toEqual(new Set(['INC-2', null]));
    expect(await notSentTo(mei)).toEqual(new Set(['INC-1', 'INC-2']));
  });

  it('answers a command as if there were none', async () => {
    const command = (into: string) =>
      portal.post(
        '/incidents/INC-2/commands',
        { command: { type: 'merge', into } },
        zoe,
      );
    const [hidden, missing] = [await command('INC-1'), await command('INC-9')];

    expect(missing.status).toBe(400);
    expect(hidden.status).toBe(missing.status);
    expect(hidden.body.error.message).toBe(
      missing.body.error.message.replace('INC-9', 'INC-1'),
    );

    const { body } = await portal.post(
      '/incidents/commands',
      { ids: ['INC-1', 'INC-9'], command: { type: 'follow' } },
      zoe,
    );
    expect(body.outcomes).toEqual(
      ['INC-1', 'INC-9'].map(id => ({
        id,
        number: null,
        changed: false,
        error: { field: null, message: `No incident ${id}` },
      })),
    );
  });

  it('keeps its number where another names it that outlived what both were', async () => {
    await portal.post(
      '/incidents',
      { title: 'Again', entityRef: payments, recurrenceOf: 'INC-2' },
      mei,
    );
    await portal.post(
      '/incidents/INC-2/commands',
      { command: { type: 'make-private' } },
      mei,
    );
    const read = async (reader: string) => {
      const { body: page } = await portal.get('/incidents/INC-3', reader);
      const { body: timeline } = await portal.get(
        '/incidents/INC-3/timeline?order=oldest',
        reader,
      );
      return [page.recurrenceOf, timeline.items[0].data.recurrenceOf];
    };

    expect(await read(zoe)).toEqual([
      { id: null, number: null },
      { id: null, number: null },
    ]);
    expect(await read(mei)).toEqual([
      expect.objectContaining({ number: 'INC-2' }),
      expect.objectContaining({ number: 2 }),
    ]);
  });

  it('is not named by a public one, whoever would', async () => {
    const again = (visibility: string, reporter: string) =>
      portal.post(
        '/incidents',
        { title: 'Again', visibility, recurrenceOf: 'INC-1' },
        reporter,
      );

    expect(await again('public', zoe)).toMatchObject({
      status: 400,
      body: { error: { message: 'recurrenceOf: No incident INC-1' } },
    });
    expect(await again('public', mei)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/^recurrenceOf: /) } },
    });
    expect(await again('private', mei)).toMatchObject({
      status: 201,
      body: { recurrenceOf: { number: 'INC-1' } },
    });
  });
});
