import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DirectoryStage } from './__testUtils__/DirectoryStage';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

async function teamsOn(id: Parameters<typeof databases.init>[0]) {
  const stage = await DirectoryStage.open(await databases.init(id), [
    { ref: 'group:fernway', title: 'Fernway' },
    { ref: 'group:commerce', title: 'Commerce', parent: 'group:fernway' },
    { ref: 'group:payments', title: 'Payments', parent: 'group:commerce' },
    { ref: 'group:cards', title: 'Cards', parent: 'group:payments' },
    { ref: 'group:round', title: 'Round', parent: 'group:trip' },
    { ref: 'group:trip', title: 'Trip', parent: 'group:round' },
    {
      ref: 'user:nadia',
      memberOf: ['group:payments', 'group:trip', 'group:lost'],
    },
  ]);
  await stage.directory.refresh.run();
  return stage.directory.teams;
}

describe.each(databases.eachSupportedId())('TeamReader on %s', id => {
  it('tells my teams and all that are below them', async () => {
    const teams = await teamsOn(id);

    expect(
      await teams.teamsOf(['user:default/nadia', 'group:default/Commerce']),
    ).toEqual({
      own: [{ ref: 'group:default/commerce', title: 'Commerce' }],
      below: [
        { ref: 'group:default/cards', title: 'Cards' },
        { ref: 'group:default/payments', title: 'Payments' },
      ],
    });
  });

  it('counts a team that is both as mine', async () => {
    const teams = await teamsOn(id);

    const { own, below } = await teams.teamsOf([
      'group:default/payments',
      'group:default/cards',
    ]);

    expect(own.map(({ title }) => title)).toEqual(['Cards', 'Payments']);
    expect(below).toEqual([]);
  });

  it('survives a circle, and people without a team', async () => {
    const teams = await teamsOn(id);

    expect(await teams.teamsOf(['group:default/round'])).toEqual({
      own: [{ ref: 'group:default/round', title: 'Round' }],
      below: [{ ref: 'group:default/trip', title: 'Trip' }],
    });
    expect(await teams.teamsOf(['user:default/nadia'])).toEqual({
      own: [],
      below: [],
    });
    expect(await teams.teamsOf(['group:default/lost'])).toEqual({
      own: [],
      below: [],
    });
  });

  it('tells the groups of a person', async () => {
    const teams = await teamsOn(id);

    expect(await teams.groupsOf('user:default/nadia')).toEqual([
      { ref: 'group:default/payments', title: 'Payments' },
      { ref: 'group:default/trip', title: 'Trip' },
    ]);
  });
});
