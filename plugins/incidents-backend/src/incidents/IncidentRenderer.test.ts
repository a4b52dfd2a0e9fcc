import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import {
  DEFAULT_POLICY,
  type SystemCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import type { OutboxMessage } from '../delivery';
import { by, minute, nadia, openWard } from './__testUtils__/ward';
import { IncidentRenderer } from './IncidentRenderer';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function stage() {
    const knex = await databases.init(databaseId);
    const ward = await openWard(knex);
    const { id } = await ward.report('Card payments time out');
    const renderer = new IncidentRenderer({
      knex,
      incidents: ward.incidents,
      events: ward.events,
      policy: DEFAULT_POLICY,
    });
    return {
      ward,
      id,
      product: (type: 'recover' | 'relapse', n: number) =>
        knex.transaction(tx =>
          ward.writer.execute(
            tx,
            id,
            { command: { type } satisfies SystemCommand },
            {
              now: minute(n),
              actor: { type: 'system', name: 'Alertmanager' },
              mayRespond: true,
            },
          ),
        ),
      /** What Nadia's pages that are not taken back say now. */
      async pages() {
        const rows = await ward.rowsOf('outbox', id);
        const hers = rows
          .filter(row => row.kind === 'page' && row.state === 'pending')
          .filter(row => row.recipient_ref === nadia.ref)
          .sort((a, b) => a.id - b.id);
        return Promise.all(
          hers.map(row =>
            renderer.render({
              subjectId: id,
              kind: 'page',
              payload: JSON.parse(row.payload),
            } as OutboxMessage),
          ),
        );
      },
    };
  }

  it('has a page take the place of the one before, and say quietly that it recovered', async () => {
    const { id, product, pages } = await stage();
    const scope = `incident:${id}:page`;
    expect(await pages()).toMatchObject([
      { title: 'P2 Card payments time out', severity: 'high', scope },
    ]);

    await product('recover', 5);
    expect(await pages()).toMatchObject([
      {
        title: 'Recovered by itself: Card payments time out',
        description:
          'All its alerts ended before anybody took it. It closes by itself after 24 h.',
        severity: 'low',
        scope,
      },
    ]);
  });

  it('says nothing of a recovery that did not last, and asks again', async () => {
    const { product, pages } = await stage();
    await product('recover', 5);
    await product('relapse', 6);

    expect(await pages()).toEqual([
      undefined,
      expect.objectContaining({
        title: 'P2 Card payments time out',
        severity: 'high',
      }),
    ]);
  });

  it('says nothing of a recovery to whoever took it meanwhile', async () => {
    const { ward, id, product, pages } = await stage();
    await product('recover', 5);
    await ward.send(id, { type: 'acknowledge' }, by(nadia, minute(6)));

    expect(await pages()).toEqual([]);
  });
});
