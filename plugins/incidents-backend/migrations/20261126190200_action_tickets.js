// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('action_tickets', table => {
    table.comment(
      'The ticket that stands for an action item in a tracker, and how far the two are in step',
    );
    table.string('action_id', 36).primary();
    table.string('tracker', 40).notNullable().comment('Id of the tracker');
    table
      .string('key', 200)
      .comment('As the tracker names it; null until it was made');
    table.text('url').comment('Where people see it');
    table
      .string('stands', 8)
      .comment('open or closed: how it stood over there when last known');
    table
      .boolean('waiting')
      .notNullable()
      .comment('Something of ours has not arrived there yet');
    table.text('problem').comment('Why it has not, or cannot be read');
    table
      .timestamp('failed_at', { useTz: true, precision: 3 })
      .comment('When that was found last');
    table
      .timestamp('asked_at', { useTz: true, precision: 3 })
      .comment('When it was first tried to have it made');
    table
      .timestamp('tried_at', { useTz: true, precision: 3 })
      .comment('When it was last tried: it may have been made then');
    table
      .timestamp('looked_at', { useTz: true, precision: 3 })
      .notNullable()
      .comment('When the tracker was last asked how it stands');
    table
      .integer('revision')
      .notNullable()
      .comment(
        'Raised when ours changes: an answer to an earlier question is none',
      );
    table.index(['waiting', 'looked_at'], 'action_tickets_look_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('action_tickets');
};
