// @ts-check

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
function instant(table, name) {
  return table.timestamp(name, { useTz: true, precision: 3 });
}

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
function count(table, name) {
  return table.integer(name).notNullable().defaultTo(0);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('imports', table => {
    table.comment('Files of other systems that become incidents of the past');
    table.string('id', 36).primary().comment('UUID');
    table
      .string('state', 20)
      .notNullable()
      .comment(
        'reading, planning, planned, importing, done, cancelled, failed',
      );
    table
      .string('system', 100)
      .notNullable()
      .comment('What the mapping calls the system that the file is of');
    table.string('file_name', 200).notNullable();
    table
      .text('mapping')
      .notNullable()
      .comment('JSON: what its rows mean here');
    instant(table, 'created_at').notNullable();
    table
      .string('created_by_ref', 400)
      .comment('The user who sent it; null for a service');
    table
      .string('created_by_name', 200)
      .notNullable()
      .comment('As it was then; the person may be gone');
    count(table, 'row_count').comment('How many rows the file has');
    table.text('plan').comment('JSON: what would be made, and what cannot be');
    table
      .string('last_source_id', 200)
      .comment(
        'Incidents up to this one, in the order of ids, are worked through',
      );
    count(table, 'made').comment('Incidents that were made');
    count(table, 'known').comment('Incidents that were there already');
    count(table, 'refused').comment('Incidents that could not be made');
    instant(table, 'started_at').comment('When somebody let it begin');
    instant(table, 'ended_at');
    table.text('error').comment('Why it failed');
    table.string('lease_by', 36).comment('The process that works on it');
    instant(table, 'lease_until').comment(
      'Until then, unless it says so again',
    );
    table.index(['created_at', 'id'], 'imports_newest_idx');
    table.index(['state', 'created_at'], 'imports_state_idx');
  });

  await knex.schema.createTable('import_rows', table => {
    table.comment('The rows of a file, until the import has ended');
    table.string('import_id', 36).notNullable();
    table
      .string('source_id', 200)
      .notNullable()
      .comment('The incident in the other system that the row is of');
    table.integer('line').notNullable().comment('Where it is in the file');
    table
      .text('fields')
      .notNullable()
      .comment('JSON: the values of the columns that the mapping names');
    table.primary(['import_id', 'source_id', 'line']);
  });

  await knex.schema.createTable('imported_incidents', table => {
    table.comment('Which incidents of other systems are here already');
    table.string('system', 100).notNullable();
    table.string('source_id', 200).notNullable();
    table.string('incident_id', 36).notNullable();
    table
      .string('import_id', 36)
      .notNullable()
      .comment('The import that made it');
    table.primary(['system', 'source_id']);
    table.unique(['incident_id'], {
      indexName: 'imported_incidents_incident_uniq',
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('imported_incidents');
  await knex.schema.dropTable('import_rows');
  await knex.schema.dropTable('imports');
};
