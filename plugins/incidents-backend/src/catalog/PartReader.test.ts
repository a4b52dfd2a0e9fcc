import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DirectoryStage } from './__testUtils__/DirectoryStage';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('PartReader on %s', id => {
  it('tells what a system and a domain consist of, at whatever depth', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      { ref: 'domain:travel' },
      { ref: 'system:booking', partOf: ['domain:travel'] },
      { ref: 'component:web', partOf: ['system:booking'] },
      { ref: 'resource:db', partOf: ['system:booking'] },
      { ref: 'component:elsewhere', partOf: ['system:other'] },
    ]);
    await stage.directory.refresh.run();
    const { parts } = stage.directory;

    const booking = [
      'component:default/web',
      'resource:default/db',
      'system:default/booking',
    ];
    expect((await parts.partsOf('system:default/booking')).sort()).toEqual(
      booking,
    );
    expect((await parts.partsOf('domain:default/travel')).sort()).toEqual(
      [...booking, 'domain:default/travel'].sort(),
    );
    expect(await parts.partsOf('component:default/web')).toEqual([
      'component:default/web',
    ]);
  });
});
