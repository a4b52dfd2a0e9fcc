import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { toInstant } from '../database/instant';
import { havingWords } from '../database/words';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const directory = resolvePackagePath(
  '@linchpin/backstage-plugin-incidents-backend',
  'migrations',
);

/** Migrates to just before `name`. */
async function migratedUpTo(knex: Knex, name: string) {
  for (;;) {
    const [, pending] = await knex.migrate.list({ directory });
    if (pending[0].file === name) {
      return;
    }
    await knex.migrate.up({ directory });
  }
}

const RUNBOOK = ['directory_entities', 'has_runbook'] as const;
const at = new Date('2026-11-21T10:00:00.000Z');
const team = 'group:default/payments';
const later = '2026-11-21T12:00:00.000Z';

async function insert(knex: Knex, id: string, live: boolean, state: object) {
  await knex('incidents').insert({
    id,
    number: Number(id),
    version: 1,
    state: JSON.stringify({ risks: [], ...state }),
    title: id,
    status: live ? 'triage' : 'closed',
    live,
    priority: 'P3',
    mode: 'real',
    visibility: 'public',
    declared_at: at,
    impact_ms: 0,
  });
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('keeps contexts of entities, and takes them back', async () => {
    const knex = await databases.init(databaseId);
    const name = '20261126120000_entity_contexts.js';
    await migratedUpTo(knex, name);

    await knex.migrate.up({ directory, name });
    expect(await knex.schema.hasTable('entity_contexts')).toBe(true);

    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasTable('entity_contexts')).toBe(false);
  });

  it('gives live incidents of before their place in the inbox', async () => {
    const knex = await databases.init(databaseId);
    const name = '20261126120100_inbox_order.js';
    await migratedUpTo(knex, name);
    await insert(knex, '1', true, {
      risks: ['safety'],
      hold: { resumeBy: later },
      nextUpdateAt: at.toISOString(),
    });
    await insert(knex, '2', true, {});
    await insert(knex, '3', true, { nextUpdateAt: later });
    await insert(knex, '4', true, {});
    await insert(knex, '5', false, { risks: ['safety'], nextUpdateAt: later });
    await knex('clocks').insert({
      subject_kind: 'incident',
      subject_id: '2',
      kind: 'acknowledge',
      due_at: new Date(later),
      fire_at: new Date(later),
      started_at: at,
    });

    await knex.migrate.up({ directory, name });

    const rows = await knex('incidents')
      .orderBy('number')
      .select('risk_count', 'due_at');
    expect(
      rows.map(row => [row.risk_count, row.due_at && toInstant(row.due_at)]),
    ).toEqual([
      [1, later],
      [0, later],
      [0, later],
      [0, null],
      [0, null],
    ]);

    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasColumn('incidents', 'due_at')).toBe(false);
  });

  it('finds incidents of before by their words, and follows what is written', async () => {
    const knex = await databases.init(databaseId);
    const name = '20261126120200_reading_at_scale.js';
    await migratedUpTo(knex, name);
    await insert(knex, '1', true, {});
    await knex('incidents').update({
      title: 'Kartenüberweisung stockt',
      entity_ref: 'component:default/payments-api',
    });

    await knex.migrate.latest({ directory });

    const found = async (...words: string[]) => {
      const query = knex('incidents');
      havingWords(knex, query, words);
      return query.pluck('id');
    };
    expect(await found('kartenüb', 'API')).toEqual(['1']);
    expect(await found('weisung')).toEqual([]);
    await insert(knex, '2', true, {});
    await knex('incidents')
      .where({ id: '2' })
      .update({ title: 'Karten fehlen' });
    expect((await found('karten')).sort()).toEqual(['1', '2']);
    await knex('incidents').where({ id: '1' }).delete();
    expect(await found('karten')).toEqual(['2']);
    expect(await found()).toEqual([]);

    const atHand = '20261126140000_reading_a_million.js';
    await knex.migrate.down({ directory, name: atHand });
    await knex.migrate.down({ directory, name });
    expect(await knex('incidents').pluck('id')).toEqual(['2']);
  });

  it('says of incidents of before whether anybody answers for them', async () => {
    const knex = await databases.init(databaseId);
    const name = '20261126140000_reading_a_million.js';
    await migratedUpTo(knex, name);
    for (const id of ['1', '2', '3', '4']) {
      await insert(knex, id, true, {});
    }
    await knex('incidents').where({ id: '1' }).update({ owner_ref: team });
    await knex('incident_entities').insert(
      [
        { incident_id: '2', owner_ref: team },
        { incident_id: '3', owner_ref: null },
      ].map(entity => ({
        entity_ref: 'component:default/payments-api',
        level: 'root',
        live: true,
        declared_at: at,
        ...entity,
      })),
    );

    await knex.migrate.up({ directory, name });

    expect(
      await knex('incidents').whereRaw('unowned').orderBy('id').pluck('id'),
    ).toEqual(['3', '4']);

    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasColumn('incidents', 'unowned')).toBe(false);
  });

  it('leaves the records of incidents of before to be made, and finds them still', async () => {
    const knex = await databases.init(databaseId);
    const name = '20261126150000_history_records.js';
    await migratedUpTo(knex, name);
    await insert(knex, '1', true, {});

    await knex.migrate.up({ directory, name });

    expect(
      await knex('incidents').select('record', 'accountable_ref', 'cause'),
    ).toEqual([{ record: null, accountable_ref: null, cause: null }]);

    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasColumn('incidents', 'record')).toBe(false);
    await knex('incidents').update({ title: 'Karten fehlen' });
    const found = knex('incidents');
    havingWords(knex, found, ['karten']);
    expect(await found.pluck('id')).toEqual(['1']);
  });

  it('makes what is known of incidents anew where it is kept otherwise', async () => {
    const knex = await databases.init(databaseId);
    const name = '20261126150300_facts_and_course.js';
    await migratedUpTo(knex, name);
    await insert(knex, '1', true, {});
    await knex('incidents').update({ record: '{}' });

    await knex.migrate.up({ directory, name });
    expect(await knex('incidents').select('facts', 'course')).toEqual([
      { facts: null, course: null },
    ]);

    await knex.migrate.down({ directory, name });
    expect(await knex('incidents').pluck('record')).toEqual([null]);
    expect(await knex.schema.hasColumn('incidents', 'course')).toBe(false);
  });

  it('says of which version of an incident that is which is known of it', async () => {
    const knex = await databases.init(databaseId);
    const name = '20261126150400_facts_of_version.js';
    await migratedUpTo(knex, name);
    await insert(knex, '1', true, {});
    await insert(knex, '2', true, {});
    await knex('incidents').where({ id: '2' }).update({ facts: '{}' });

    await knex.migrate.up({ directory, name });
    expect(
      await knex('incidents').orderBy('id').pluck('facts_version'),
    ).toEqual([null, 1]);

    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasColumn('incidents', 'facts_version')).toBe(
      false,
    );
  });

  it('finds the parts of a whole, and who has a runbook, and takes both back', async () => {
    const knex = await databases.init(databaseId);
    const names = [
      '20261126150100_parts_of_systems.js',
      '20261126150200_runbooks.js',
    ];
    await migratedUpTo(knex, names[0]);

    for (const name of names) {
      await knex.migrate.up({ directory, name });
    }
    expect(await knex.schema.hasColumn(...RUNBOOK)).toBe(true);
    for (const name of [...names].reverse()) {
      await knex.migrate.down({ directory, name });
    }
    expect(await knex.schema.hasColumn(...RUNBOOK)).toBe(false);
  });
});
