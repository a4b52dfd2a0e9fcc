import { PluginDatabases } from './__testUtils__/PluginDatabases';
import { inserting } from './inserting';
import { toInstant } from './instant';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const AT = '2026-11-21T10:00:00.123Z';

function text(n: number, texts: string) {
  return { incident_id: `inc-${n}`, sequence: n, texts };
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('keeps instants, numbers, truths and what is missing as they are', async () => {
    const knex = await databases.init(databaseId);

    await inserting(knex, 'alert_occurrences', [
      {
        id: 'a',
        alert_id: 'alert',
        starts_at: new Date(AT),
        received_at: new Date(AT),
        ended_at: null,
        firing: true,
        deliveries: 3,
        disposition: 'incident',
        reason: `"it's" ?, \\ and \n a line`,
        unmatched: null,
        incident_id: null,
      },
    ]);

    const row = await knex('alert_occurrences').first();
    expect(row).toMatchObject({
      id: 'a',
      ended_at: null,
      deliveries: 3,
      reason: `"it's" ?, \\ and \n a line`,
    });
    expect(Boolean(row.firing)).toBe(true);
    expect(toInstant(row.starts_at)).toBe(AT);
  });

  it('leaves to the caller what becomes of rows that are there', async () => {
    const knex = await databases.init(databaseId);
    const key = ['incident_id', 'sequence'];

    await inserting(knex, 'incident_texts', [text(1, 'one'), text(2, 'two')]);
    await inserting(knex, 'incident_texts', [
      text(2, 'other'),
      text(3, 'three'),
    ])
      .onConflict(key)
      .ignore();
    await inserting(knex, 'incident_texts', [text(1, 'changed')])
      .onConflict(key)
      .merge(['texts']);

    expect(
      await knex('incident_texts').orderBy('sequence').pluck('texts'),
    ).toEqual(['changed', 'two', 'three']);
  });

  it('takes half a character as any parameter is taken', async () => {
    const knex = await databases.init(databaseId);
    const texts = ['\ud83d', 'an emoji 🔥 stays', '\\ud83d in words stays'];

    await inserting(
      knex,
      'incident_texts',
      texts.map((each, n) => text(n, each)),
    );

    expect(
      await knex('incident_texts').orderBy('sequence').pluck('texts'),
    ).toEqual(['\ufffd', ...texts.slice(1)]);
  });
});
