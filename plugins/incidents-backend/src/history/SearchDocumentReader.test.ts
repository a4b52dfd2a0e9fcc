import { DEFAULT_POLICY } from '@linchpin/backstage-plugin-incidents-common';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { by, minute, nadia, openWard } from '../incidents/__testUtils__/ward';
import { SearchDocumentReader } from './SearchDocumentReader';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('says page by page what each incident is found by', async () => {
    const ward = await openWard(await databases.init(databaseId));
    const reader = new SearchDocumentReader(ward.knex, DEFAULT_POLICY);
    const first = await ward.report('Card payments time out');
    await ward.report('Seat map stays empty', { at: minute(1) });
    await ward.report('Refunds wait', { at: minute(2) });
    await ward.send(
      first.id,
      {
        type: 'post-update',
        impact: 'Every second card is declined',
        action: 'Rolling back the gateway',
        workaround: 'Pay by invoice',
      },
      by(nadia, minute(3)),
    );

    const page = await reader.page(accessOf(nadia), { limit: 2 });
    expect(page.items).toEqual([
      {
        incident: {
          id: first.id,
          number: 'INC-1',
          title: 'Card payments time out',
          status: 'triage',
          priority: 'P2',
          entity: {
            ref: 'component:default/payments-api',
            title: 'payments-api',
          },
          owner: { ref: 'group:default/payments', title: 'Payments' },
          declaredAt: minute(0),
        },
        texts: [
          'Every second card is declined',
          'Rolling back the gateway',
          'Pay by invoice',
        ],
      },
      expect.objectContaining({ texts: [] }),
    ]);
    const rest = await reader.page(accessOf(nadia), {
      limit: 2,
      cursor: page.nextCursor!,
    });
    expect(rest.items.map(({ incident }) => incident.number)).toEqual([
      'INC-3',
    ]);
    expect(rest.nextCursor).toBeNull();
    await expect(
      reader.page(accessOf(nadia), { limit: 2, cursor: 'nonsense' }),
    ).rejects.toThrow(/^cursor: /);
  });
});
