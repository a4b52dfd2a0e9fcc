import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { as, openPortal } from '../__testUtils__/portal';
import { imported, planned, type Portal } from './__testUtils__/imports';
import { ImportRowStore } from './ImportRowStore';
import { ImportService } from './ImportService';
import { ImportStore } from './ImportStore';
import { readMapping } from './mappingText';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const nadia = as('nadia');

const MAPPING = `
system: Tracker
rows: changes
times: DD.MM.YYYY HH:mm
zone: Europe/Berlin
id: key
title: '{summary}'
declaredAt: opened
changedAt: changed
changedBy: by
status:
  column: state
  values:
    new: triage
    waiting: { status: investigating, hold: vendor }
    done: closed
owner:
  column: team
  values: { pay: group:default/payments, gone: group:default/gone }
entity:
  - column: ci
    values: { api: component:default/payments-api }
people: { Nadia: user:default/nadia }
notes: [category]
`;
const HEADER = 'key,summary,opened,changed,by,state,team,ci,category';
const csv = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');

/** T-1, refused and closed, and T-2, of a team that is gone. */
const FILE = csv(
  'T-1,"Cards, refused",01.03.2016 10:00,01.03.2016 10:05,Eve,new,pay,api,cards',
  'T-2,Slow,02.03.2016 10:00,02.03.2016 10:00,Eve,new,gone,,',
  'T-1,"Cards, refused",01.03.2016 10:00,01.03.2016 11:00,Nadia,waiting,pay,api,money',
  'T-1,"Cards, refused",01.03.2016 10:00,01.03.2016 12:00,Nadia,done,pay,api,money',
);

/** What cannot be read: the file, its mapping, and what is said of it. */
const UNREADABLE: readonly [string, string, string, RegExp][] = [
  ['a mapping that is no YAML', FILE, 'system: [', /^mapping: /],
  [
    'a mapping with a wrong field',
    FILE,
    MAPPING.replace('new: triage', 'new: asleep'),
    /^status\.values\.new\.status: /,
  ],
  [
    'a file without a column',
    FILE.replace('category', 'kind'),
    MAPPING,
    /^file: has no column 'category'/,
  ],
  [
    'a row without an id',
    csv('T-1,Slow,,,,,,,', ',Slow,,,,,,,'),
    MAPPING,
    /^file: line 3: key: is missing/,
  ],
  ['a row that is too short', csv('T-1,Slow'), MAPPING, /^file: line 2: /],
  [
    'a quote that is not closed',
    csv('T-1,"Slow,,,,,,,'),
    MAPPING,
    /^file: line \d: a quote is not closed/,
  ],
  [
    'a line that is no JSON',
    '{"key":"1"}\nnonsense\n',
    `${MAPPING}format: jsonl\n`,
    /^file: line 2: /,
  ],
  [
    'a value that is none',
    '{"key":{"a":1}}\n',
    `${MAPPING}format: jsonl\n`,
    /^file: line 1: key: must be text/,
  ],
];

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let knex: Knex;
  let portal: Portal;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    portal = await openPortal(knex);
  });

  afterEach(() => portal.stop());

  const upload = (file: string, mapping = MAPPING) => ({ mapping, file });
  const rowsOf = async (table: string) => knex(table);
  const list = async () =>
    (await portal.get('/incidents?sort=oldest', nadia)).body.items;

  it('says what would be made, and makes nothing before it is told to', async () => {
    const job = await planned(portal, nadia, upload(FILE));

    expect(job).toMatchObject({
      state: 'planned',
      system: 'Tracker',
      fileName: 'incidents.csv',
      createdBy: { ref: 'user:default/nadia' },
      rows: 4,
      plan: {
        incidents: 2,
        toMake: 2,
        known: 0,
        refused: 0,
        from: '2016-03-01T09:00:00.000Z',
        to: '2016-03-02T09:00:00.000Z',
        statuses: [
          { status: 'closed', incidents: 1 },
          { status: 'triage', incidents: 1 },
        ],
        priorities: [{ priority: 'P3', incidents: 2 }],
        problems: [],
        notInCatalog: ['group:default/gone'],
      },
    });
    expect(await list()).toEqual([]);
  });

  it('makes them with their times and states, without a clock and without a word to anybody', async () => {
    const job = await imported(portal, nadia, upload(FILE));

    expect(job).toMatchObject({ state: 'done', made: 2, known: 0, refused: 0 });
    expect(await list()).toMatchObject([
      {
        number: 'INC-1',
        title: 'Cards, refused',
        status: 'closed',
        mode: 'backfill',
        source: 'import',
        origin: { system: 'Tracker', id: 'T-1' },
        entityRef: 'component:default/payments-api',
        owner: { ref: 'group:default/payments', title: 'Payments' },
        declaredAt: '2016-03-01T09:00:00.000Z',
        resolvedAt: '2016-03-01T11:00:00.000Z',
        closedAt: '2016-03-01T11:00:00.000Z',
      },
      {
        number: 'INC-2',
        status: 'triage',
        owner: { ref: 'group:default/gone', title: 'gone' },
        notifiedAt: null,
        acknowledgeDueAt: null,
      },
    ]);
    expect(await rowsOf('clocks')).toEqual([]);
    expect(await rowsOf('outbox')).toEqual([]);
    const { body } = await portal.get(
      '/incidents/INC-1/timeline?order=oldest',
      nadia,
    );
    expect(
      body.items.map(
        ({
          type,
          at,
          actor,
        }: {
          type: string;
          at: string;
          actor: { name: string };
        }) => `${at.slice(11, 16)} ${type} ${actor.name.toLocaleLowerCase()}`,
      ),
    ).toEqual([
      '09:00 declared eve',
      '09:00 routed eve',
      '09:05 note-added eve',
      '10:00 held nadia',
      '10:00 status-changed nadia',
      '10:00 note-added nadia',
      '11:00 resolved nadia',
      '11:00 closed nadia',
    ]);
    const { body: tab } = await portal.get(
      '/entities/component/default/payments-api/history',
      nadia,
    );
    expect(tab.total).toBe(1);
  });

  it('makes nothing twice, and what is new beside what is there', async () => {
    await imported(portal, nadia, upload(FILE));
    const before = await list();

    const again = await planned(portal, nadia, upload(FILE));
    expect(again.plan).toMatchObject({ incidents: 2, toMake: 0, known: 2 });
    const more = await imported(
      portal,
      nadia,
      upload(`${FILE}T-3,New,02.03.2016 10:00,02.03.2016 10:00,Eve,new,,,\n`),
    );

    expect(more).toMatchObject({ made: 1, known: 2 });
    const after = await list();
    expect(after).toHaveLength(3);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('goes on with the others where one cannot be made, and says why', async () => {
    const file = csv(
      'T-1,Slow,01.03.2016 10:00,01.03.2016 10:05,Eve,limbo,pay,,',
      'T-2,Slow,01.03.2016 10:00,31.02.2016 10:05,Eve,new,net,lan,',
      'T-3,Slow,01.03.2036 10:00,01.03.2036 10:05,Eve,new,,,',
      'T-4,Slow,01.03.2016 10:00,01.03.2016 10:05,Eve,new,net,,',
    );

    const job = await planned(portal, nadia, upload(file));
    expect(job.plan).toMatchObject({ toMake: 1, refused: 3 });
    expect(
      job.plan!.problems.map(
        ({ kind, field, value, why, incidents, line }) =>
          `${incidents} ${kind} line ${line} ${field} ${value} ${why}`,
      ),
    ).toEqual([
      '2 left-out line 3 team net unmapped',
      '1 refused line 2 state limbo unmapped',
      '1 refused line 3 changed 31.02.2016 10:05 no-time',
      '1 left-out line 3 ci lan unmapped',
      '1 refused line 4 opened 01.03.2036 10:00 contradiction',
    ]);

    const done = await imported(portal, nadia, upload(file));
    expect(done).toMatchObject({ made: 1, known: 0, refused: 3 });
    expect(await list()).toMatchObject([{ origin: { id: 'T-4' } }]);
  });

  it('refuses what it cannot read by its place, and keeps nothing of it', async () => {
    for (const [what, file, mapping, says] of UNREADABLE) {
      const { status, body } = await portal.upload(
        upload(file, mapping),
        nadia,
      );

      expect({ what, status }).toEqual({ what, status: 400 });
      expect(body.error.message).toMatch(says);
    }
    expect(await rowsOf('imports')).toEqual([]);
    expect(await rowsOf('import_rows')).toEqual([]);
  });

  it('answers whoever still sends when it is clear that it will not do', async () => {
    const long = FILE + ' '.repeat(5 * 1024 * 1024);

    const { status } = await portal.upload(upload(long, 'system: ['), nadia);

    expect(status).toBe(400);
    expect((await planned(portal, nadia, upload(FILE))).state).toBe('planned');
  });

  it('calls a file by as much of its name as can be kept', async () => {
    const part = (disposition: string, content: string) =>
      `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
    const response = await fetch(portal.url('/imports'), {
      method: 'POST',
      headers: {
        Authorization: nadia,
        'Content-Type': 'multipart/form-data; boundary=x',
      },
      body: [
        part('name="mapping"', MAPPING),
        part(`name="file"; filename*=utf-8''a%00b.csv`, FILE),
        '--x--\r\n',
      ].join(''),
    });

    expect(await response.json()).toMatchObject({ fileName: 'ab.csv' });
  });

  it('is given up where nobody went on with it for a week, whatever there is of it', async () => {
    const imports = new ImportStore();
    const service = new ImportService({
      knex,
      imports,
      rows: new ImportRowStore(),
      now: { now: () => '2016-03-09T10:00:00.000Z' },
      hint() {},
    });
    await imports.insert(knex, {
      id: 'cut-off',
      mapping: readMapping(MAPPING),
      fileName: 'incidents.csv',
      createdAt: '2016-03-02T10:00:00.000Z',
      createdBy: { name: 'Nadia' },
    });

    await service.prune('2016-03-09T10:00:00.000Z');
    expect((await service.get('cut-off')).state).toBe('reading');
    await service.prune('2016-03-09T10:00:00.001Z');
    expect((await service.get('cut-off')).state).toBe('cancelled');
  });

  it('can be cancelled as long as it is not done, and forgets its rows', async () => {
    const job = await planned(portal, nadia, upload(FILE));
    const act = (what: string) =>
      portal.post(`/imports/${job.id}/${what}`, {}, nadia);

    expect((await act('cancel').expect(200)).body.state).toBe('cancelled');
    await act('cancel').expect(200);
    await act('start').expect(409);
    expect(await list()).toEqual([]);

    const done = await imported(portal, nadia, upload(FILE));
    await portal.post(`/imports/${done.id}/cancel`, {}, nadia).expect(409);
    await portal.post(`/imports/${done.id}/start`, {}, nadia).expect(200);
    await portal.get('/imports/none', nadia).expect(404);
    const { body } = await portal.get('/imports', nadia);
    expect(body).toMatchObject({
      items: [{ state: 'done' }, { state: 'cancelled' }],
      mayManage: true,
    });
  });

  it('is for whoever manages the set-up', async () => {
    const deny = { result: AuthorizeResult.DENY } as const;
    portal.decide({ 'incidents.setup.manage': deny });

    await portal.upload(upload(FILE), nadia).expect(403);
    const { body } = await portal.get('/imports', nadia).expect(200);
    expect(body).toEqual({ items: [], mayManage: false });
    portal.decide({ 'incidents.setup.read': deny });
    await portal.get('/imports', nadia).expect(403);
  });
});
