import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DirectoryStage } from './__testUtils__/DirectoryStage';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const REF = 'component:default/payments-api';

async function stageOn(id: Parameters<typeof databases.init>[0]) {
  const stage = await DirectoryStage.open(await databases.init(id), [
    { ref: REF, title: 'Pay', owner: 'group:payments' },
    { ref: 'component:shop/payments-api' },
    { ref: 'resource:pg-7', alertName: 'Payments DB' },
    { ref: 'group:payments', title: 'Payments' },
  ]);
  await stage.directory.refresh.run();
  return stage;
}

describe.each(databases.eachSupportedId())('DirectoryReader on %s', id => {
  it('finds entities by ref, by name and by what alerts call them', async () => {
    const { knex, directory } = await stageOn(id);

    const known = await directory.reader.known(knex, {
      entityRefs: ['resource:default/pg-7'],
      names: ['payments-api'],
      alertNames: [],
    });
    expect(known.map(({ entityRef }) => entityRef)).toEqual([
      REF,
      'resource:default/pg-7',
      'component:shop/payments-api',
    ]);
    expect(
      await directory.reader.known(knex, {
        entityRefs: [],
        names: [],
        alertNames: ['payments db'],
      }),
    ).toMatchObject([{ entityRef: 'resource:default/pg-7' }]);
    expect(
      await directory.reader.known(knex, {
        entityRefs: [],
        names: [],
        alertNames: [],
      }),
    ).toEqual([]);
  });

  it('writes entities down as they are, with their owner', async () => {
    const { knex, directory } = await stageOn(id);

    expect(
      await directory.reader.snapshots(knex, [REF, 'component:default/none']),
    ).toEqual(
      new Map([
        [
          REF,
          {
            ref: REF,
            uid: 'uid-of-payments-api',
            title: 'Pay',
            ownerRef: 'group:default/payments',
          },
        ],
      ]),
    );
  });

  it('reads inside a transaction too', async () => {
    const { knex, directory } = await stageOn(id);

    const titles = await knex.transaction(tx =>
      directory.reader.titlesOf(tx, [REF, REF]),
    );

    expect(titles).toEqual(new Map([[REF, 'Pay']]));
  });
});
