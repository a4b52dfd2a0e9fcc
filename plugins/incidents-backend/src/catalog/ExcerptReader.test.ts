import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DirectoryStage } from './__testUtils__/DirectoryStage';
import type { EntitySketch } from './__testUtils__/entitiesOf';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const company: EntitySketch[] = [
  { ref: 'group:fernway', title: 'Fernway' },
  { ref: 'group:commerce', title: 'Commerce', parent: 'group:fernway' },
  { ref: 'group:payments', title: 'Payments', parent: 'group:commerce' },
  { ref: 'group:finance', title: 'Finance', parent: 'group:commerce' },
  { ref: 'group:archive', title: 'Archive', parent: 'group:finance' },
  {
    ref: 'user:nadia',
    displayName: 'Nadia',
    memberOf: ['group:payments'],
  },
  { ref: 'user:ali', displayName: 'Ali', memberOf: ['group:payments'] },
  { ref: 'user:mei', displayName: 'Mei', memberOf: ['group:finance'] },
  { ref: 'component:payments-api', owner: 'group:payments' },
  { ref: 'component:archive-api', owner: 'group:archive' },
  { ref: 'component:ledger', owner: 'group:commerce' },
  { ref: 'component:orphan', partOf: ['system:books'] },
  { ref: 'system:books', partOf: ['domain:money'] },
  { ref: 'domain:money', owner: 'user:mei' },
];

describe.each(databases.eachSupportedId())('ExcerptReader on %s', id => {
  it('gathers an entity, its owner and the people by name, and no more', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), company);

    const { excerpt, freshness } = await stage.directory.excerpts.fresh([
      'component:default/payments-api',
    ]);

    expect(freshness).toBe('fresh');
    expect([...excerpt.entities.keys()]).toEqual([
      'component:default/payments-api',
    ]);
    expect([...excerpt.groups.values()]).toEqual([
      {
        ref: 'group:default/payments',
        uid: 'uid-of-payments',
        title: 'Payments',
        parentRef: 'group:default/commerce',
        childRefs: [],
        members: [
          { ref: 'user:default/ali', name: 'Ali' },
          { ref: 'user:default/nadia', name: 'Nadia' },
        ],
      },
    ]);
  });

  it('gathers for several entities together with as many statements as for one', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), company);
    await stage.directory.refresh.run();
    const { excerpts } = stage.directory;
    const gather = (...names: string[]) =>
      Promise.all(
        names.map(name => excerpts.fresh([`component:default/${name}`])),
      );

    const one = await stage.statementsOf(() => gather('ledger'));
    const two = await stage.statementsOf(async () => {
      const [api, ledger] = await gather('payments-api', 'ledger');
      expect([...api.excerpt.groups.keys()]).toEqual([
        'group:default/payments',
      ]);
      expect([...ledger.excerpt.groups.keys()]).toContain(
        'group:default/commerce',
      );
    });

    expect(two).toBe(one);
  });

  it('goes to the parent where a group has nobody', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), company);

    const { excerpt } = await stage.directory.excerpts.fresh([
      'component:default/archive-api',
    ]);

    expect([...excerpt.groups.keys()]).toEqual([
      'group:default/archive',
      'group:default/finance',
    ]);
  });

  it('goes to the child groups of a group without members', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), company);

    const { excerpt } = await stage.directory.excerpts.fresh([
      'component:default/ledger',
    ]);

    expect(excerpt.groups.get('group:default/commerce')?.childRefs).toEqual([
      'group:default/finance',
      'group:default/payments',
    ]);
    expect([...excerpt.users.values()].map(({ name }) => name).sort()).toEqual([
      'Ali',
      'Mei',
      'Nadia',
    ]);
    expect(excerpt.groups.has('group:default/fernway')).toBe(false);
  });

  it('goes through system and domain to a person', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), company);

    const { excerpt } = await stage.directory.excerpts.fresh([
      'component:default/orphan',
    ]);

    expect([...excerpt.entities.keys()]).toEqual([
      'component:default/orphan',
      'system:default/books',
      'domain:default/money',
    ]);
    expect([...excerpt.users.keys()]).toEqual(['user:default/mei']);
  });

  it('says the same from what is stored, without asking', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), company);
    const { excerpts, refresh } = stage.directory;
    await refresh.run();
    const refs = ['component:default/archive-api', 'component:default/ledger'];
    const { excerpt } = await excerpts.fresh(refs);
    const asked = stage.questions;

    expect(await excerpts.stored(stage.knex, refs)).toEqual(excerpt);
    expect(stage.questions).toBe(asked);
  });

  it('counts no member whom the catalog no longer has', async () => {
    const stage = await DirectoryStage.open(
      await databases.init(id),
      company.filter(({ ref }) => ref !== 'user:mei'),
    );

    const { excerpt } = await stage.directory.excerpts.fresh([
      'group:default/finance',
    ]);

    expect(excerpt.groups.get('group:default/finance')?.members).toEqual([]);
    expect(excerpt.groups.has('group:default/commerce')).toBe(true);
  });

  it('remembers the parent of a group that is gone', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), company);
    const { excerpts, refresh } = stage.directory;
    await refresh.run();
    stage.pass({ minutes: 5 });
    stage.has(company.filter(({ ref }) => ref !== 'group:payments'));
    await refresh.run();

    const { excerpt } = await excerpts.fresh([
      'component:default/payments-api',
    ]);

    expect(excerpt.formerParents).toEqual(
      new Map([['group:default/payments', 'group:default/commerce']]),
    );
    expect(excerpt.groups.get('group:default/commerce')?.childRefs).toEqual([
      'group:default/finance',
    ]);
  });

  it('survives groups that are their own parents', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      { ref: 'group:a', parent: 'group:b' },
      { ref: 'group:b', parent: 'group:a' },
    ]);

    const { excerpt } = await stage.directory.excerpts.fresh([
      'group:default/a',
    ]);

    expect([...excerpt.groups.keys()].sort()).toEqual([
      'group:default/a',
      'group:default/b',
    ]);
  });

  it('asks for each step at most once, however many follow it', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), company);

    await stage.directory.excerpts.fresh([
      'component:default/payments-api',
      'component:default/ledger',
      'component:default/archive-api',
    ]);

    expect(stage.questions).toBeLessThanOrEqual(5);
  });
});
