// @ts-check

/**
 * Each index has what it had before, and after it what lists need besides, so that
 * they are read from it alone: the rows of incidents are long.
 *
 * @type {[table: string, name: string, before: string[], columns: string[]][]}
 */
const COVERING = [
  [
    'incidents',
    'incidents_owner_idx',
    ['owner_ref', 'declared_at'],
    ['owner_ref', 'declared_at', 'id'],
  ],
  [
    'incident_entities',
    'incident_entities_owner_idx',
    ['owner_ref', 'live'],
    ['owner_ref', 'incident_id'],
  ],
  [
    'incident_people',
    'incident_people_person_idx',
    ['person_ref', 'role'],
    ['person_ref', 'role', 'incident_id'],
  ],
];

/**
 * What is rare is found without looking through all that is not: incidents that
 * nobody answers for, and drills and tests.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const [table, name, before, columns] of COVERING) {
    await knex.schema.alterTable(table, builder => {
      builder.dropIndex(before, name);
      builder.index(columns, name);
    });
  }
  await knex.raw(
    `create index incidents_unreal_idx on incidents (mode, declared_at, id)
       where mode <> 'real'`,
  );

  await knex.schema.alterTable('incidents', table => {
    table
      .boolean('unowned')
      .notNullable()
      .defaultTo(false)
      .comment('Nobody answers for it, neither for what it affects');
  });
  await knex('incidents')
    .whereNull('owner_ref')
    .whereNotExists(owned =>
      owned
        .from('incident_entities')
        .whereRaw('incident_entities.incident_id = incidents.id')
        .whereNotNull('incident_entities.owner_ref'),
    )
    .update({ unowned: true });
  await knex.raw(
    'create index incidents_unowned_idx on incidents (id) where unowned',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index incidents_unowned_idx');
  await knex.schema.alterTable('incidents', table => {
    table.dropColumn('unowned');
  });
  await knex.raw('drop index incidents_unreal_idx');
  for (const [table, name, before, columns] of COVERING) {
    await knex.schema.alterTable(table, builder => {
      builder.dropIndex(columns, name);
      builder.index(before, name);
    });
  }
};
