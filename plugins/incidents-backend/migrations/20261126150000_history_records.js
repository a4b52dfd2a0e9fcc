// @ts-check

const ENTITY_HISTORY = ['entity_ref', 'declared_at', 'incident_id'];

/**
 * @param {import('knex').Knex} knex
 * @param {string[]} before
 * @param {string[]} columns
 */
async function exchangeIndex(knex, before, columns) {
  await knex.schema.alterTable('incident_entities', table => {
    table.dropIndex(before, 'incident_entities_history_idx');
    table.index(columns, 'incident_entities_history_idx');
  });
}

/**
 * What service history knows of each incident, so that thousands are read without
 * their timelines, and what lists of a history are narrowed by. That an entity was only suspected is read from
 * the index too.
 *
 * Rows of before have no record yet: the backend makes it from their timelines once
 * it runs. A release that knows more or other things of an incident empties the
 * column in the same way, by dropping and adding it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents', table => {
    table
      .text('record', 'longtext')
      .comment('IncidentRecord; null where it has yet to be made');
    table
      .string('accountable_ref', 400)
      .comment('The group whose it was at the time, whoever it is with now');
    table
      .string('cause', 16)
      .comment('deployment or configuration, where a change is linked with it');
    table.index(
      ['accountable_ref', 'declared_at', 'id'],
      'incidents_accountable_idx',
    );
  });
  await exchangeIndex(knex, ENTITY_HISTORY, [...ENTITY_HISTORY, 'level']);
  await knex.raw(
    'create index incidents_unrecorded_idx on incidents (id) where record is null',
  );
  await knex.raw(
    `create index incidents_caused_idx on incidents (declared_at, id)
       where cause is not null`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await exchangeIndex(knex, [...ENTITY_HISTORY, 'level'], ENTITY_HISTORY);
  for (const index of ['caused', 'unrecorded', 'accountable']) {
    await knex.raw(`drop index incidents_${index}_idx`);
  }
  // Knex would make the table anew on SQLite, and lose the triggers that keep its words.
  for (const column of ['cause', 'accountable_ref', 'record']) {
    await knex.raw(`alter table incidents drop column ${column}`);
  }
};
