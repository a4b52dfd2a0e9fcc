import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DirectoryStage } from './__testUtils__/DirectoryStage';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const REF = 'component:default/payments-api';

describe.each(databases.eachSupportedId())('ReadThrough on %s', id => {
  it('asks for what is missing, once a minute', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      { ref: REF, title: 'Before' },
    ]);
    const { readThrough, reader } = stage.directory;

    expect(await readThrough.freshen([REF])).toBe('fresh');
    stage.has([{ ref: REF, title: 'After' }]);
    stage.pass({ seconds: 60 });
    await readThrough.freshen([REF]);
    expect((await reader.titlesOf(stage.knex, [REF])).get(REF)).toBe('Before');
    expect(stage.questions).toBe(1);

    stage.pass({ seconds: 1 });
    await readThrough.freshen([REF]);
    expect((await reader.titlesOf(stage.knex, [REF])).get(REF)).toBe('After');
    expect(stage.questions).toBe(2);
  });

  it('asks for a person only where the person is missing', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      { ref: 'user:nadia' },
    ]);
    const { readThrough } = stage.directory;
    await readThrough.freshen(['user:default/nadia']);
    stage.pass({ minutes: 10 });

    await readThrough.freshen(['user:default/nadia']);

    expect(stage.questions).toBe(1);
  });

  it('does not ask again at once for what the catalog does not have', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), []);
    const { readThrough } = stage.directory;

    expect(await readThrough.freshen([REF])).toBe('fresh');
    expect(await readThrough.freshen([REF])).toBe('fresh');
    expect(stage.questions).toBe(1);

    stage.pass({ minutes: 1 });
    await readThrough.freshen([REF]);
    expect(stage.questions).toBe(2);
  });

  it('notices that something is gone', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      { ref: REF },
    ]);
    const { readThrough, reader } = stage.directory;
    await readThrough.freshen([REF]);
    stage.has([]);
    stage.pass({ minutes: 2 });

    await readThrough.freshen([REF]);

    expect(await reader.byRefs(stage.knex, [REF])).toEqual(new Map());
  });

  it('leaves what is stored to be used while the catalog is down', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      { ref: REF },
    ]);
    const { readThrough, reader } = stage.directory;
    await readThrough.freshen([REF]);
    stage.isDown();
    stage.pass({ minutes: 2 });

    expect(await readThrough.freshen([REF])).toBe('stored');
    expect((await reader.byRefs(stage.knex, [REF])).size).toBe(1);
  });

  it('leaves a silent catalog alone for a while, then asks again', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      { ref: REF },
    ]);
    const { readThrough } = stage.directory;
    stage.isDown();
    await readThrough.freshen([REF]);
    await readThrough.freshen([REF]);
    expect(stage.questions).toBe(1);

    stage.has([{ ref: REF }]);
    stage.pass({ seconds: 10 });

    expect(await readThrough.freshen([REF])).toBe('fresh');
  });

  it('takes up what the catalog answers', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      { ref: REF },
      { ref: 'component:other' },
    ]);
    const { readThrough, reader } = stage.directory;

    await readThrough.discover({ 'metadata.name': 'payments-api' });

    const found = await reader.byRefs(stage.knex, [
      REF,
      'component:default/other',
    ]);
    expect([...found.keys()]).toEqual([REF]);
  });
});
