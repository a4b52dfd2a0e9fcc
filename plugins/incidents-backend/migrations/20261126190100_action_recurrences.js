// @ts-check

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
function instant(table, name) {
  return table.timestamp(name, { useTz: true, precision: 3 });
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('action_recurrences', table => {
    table.comment(
      'Incidents that were declared while an action was open that was to prevent them, as action_events have it',
    );
    table.string('action_id', 36).notNullable();
    table.string('incident_id', 36).notNullable().comment('The later one');
    instant(table, 'at').notNullable().comment('When that was declared');
    instant(table, 'due_at')
      .notNullable()
      .comment('When the action was due, as far as was known then');
    table.primary(['action_id', 'incident_id']);
    table.index(['at', 'incident_id'], 'action_recurrences_at_idx');
    table.index(['incident_id'], 'action_recurrences_incident_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('action_recurrences');
};
