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

/** As the index had it until now: see `reading_at_scale`. */
const WORDS =
  "to_tsvector('simple', regexp_replace(title || ' ' || coalesce(entity_ref, ''), E'[\\x01-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f]+', ' ', 'g'))";

/**
 * @param {import('knex').Knex} knex
 */
function isPostgres(knex) {
  return knex.client.config.client.includes('pg');
}

/**
 * What is rare is found without looking through all that is not: incidents that
 * nobody answers for, and drills and tests. Where very many have a word, PostgreSQL
 * looks at each again, so that it has the words of each at hand.
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

  if (isPostgres(knex)) {
    await knex.raw('drop index incidents_words_idx');
    await knex.raw(
      `alter table incidents add column words tsvector generated always as (${WORDS}) stored`,
    );
    await knex.raw(
      "comment on column incidents.words is 'Of title and entity, to be searched by'",
    );
    await knex.raw(
      'create index incidents_words_idx on incidents using gin (words)',
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.raw('drop index incidents_words_idx');
    await knex.raw('alter table incidents drop column words');
    await knex.raw(
      `create index incidents_words_idx on incidents using gin (${WORDS})`,
    );
  }
  await knex.raw('drop index incidents_unowned_idx');
  // Knex would make the table anew on SQLite, and lose the triggers that keep its words.
  await knex.raw('alter table incidents drop column unowned');
  await knex.raw('drop index incidents_unreal_idx');
  for (const [table, name, before, columns] of COVERING) {
    await knex.schema.alterTable(table, builder => {
      builder.dropIndex(columns, name);
      builder.index(before, name);
    });
  }
};
