import { mockCredentials } from '@backstage/backend-test-utils';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DirectoryStage } from './__testUtils__/DirectoryStage';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const credentials = mockCredentials.user('user:default/nadia');

async function stageOn(id: Parameters<typeof databases.init>[0]) {
  const stage = await DirectoryStage.open(await databases.init(id), [
    {
      ref: 'component:booking-web',
      title: 'Booking',
      type: 'website',
      owner: 'group:booking',
    },
    { ref: 'component:booking-secret', title: 'Booking (secret)' },
    { ref: 'group:booking', title: 'Booking team' },
    { ref: 'user:nadia', title: 'Nadia Rahman' },
  ]);
  await stage.directory.refresh.run();
  return stage;
}

describe.each(databases.eachSupportedId())('EntityPicker on %s', id => {
  it('offers entities with what tells them apart', async () => {
    const { directory } = await stageOn(id);

    expect(
      await directory.picker.entities(credentials, 'booking w', 10),
    ).toEqual([
      {
        ref: 'component:default/booking-web',
        title: 'Booking',
        kind: 'component',
        type: 'website',
        ownerTitle: 'Booking team',
      },
    ]);
    expect(
      await directory.picker.groups(credentials, 'team', 10),
    ).toMatchObject([{ ref: 'group:default/booking', type: null }]);
    expect(
      await directory.picker.users(credentials, 'rahman', 10),
    ).toMatchObject([{ ref: 'user:default/nadia', title: 'Nadia Rahman' }]);
  });

  it('offers nothing that the person may not see in the catalog', async () => {
    const stage = await stageOn(id);
    stage.has([{ ref: 'component:booking-web' }]);

    const options = await stage.directory.picker.entities(
      credentials,
      'booking',
      10,
    );

    expect(options.map(({ ref }) => ref)).toEqual([
      'component:default/booking-web',
    ]);
    expect(stage.catalog.getEntitiesByRefs).toHaveBeenLastCalledWith(
      expect.anything(),
      { credentials },
    );
  });

  it('offers no more than asked for', async () => {
    const { directory } = await stageOn(id);

    expect(
      await directory.picker.entities(credentials, 'booking', 1),
    ).toHaveLength(1);
  });

  it('fails rather than show too much while the catalog is down', async () => {
    const stage = await stageOn(id);
    stage.isDown();

    await expect(
      stage.directory.picker.entities(credentials, 'booking', 10),
    ).rejects.toThrow('ECONNREFUSED');
  });

  it('asks nothing where nothing was found', async () => {
    const stage = await stageOn(id);
    const asked = stage.questions;

    expect(
      await stage.directory.picker.entities(credentials, 'zzz', 10),
    ).toEqual([]);
    expect(stage.questions).toBe(asked);
  });
});
