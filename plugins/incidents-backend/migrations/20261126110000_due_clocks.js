// @ts-check

/**
 * What is due of a kind of subject is a piece of an index. SQLite took the unique key
 * instead, since it begins with the kind, and read every clock that runs.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('clocks', table => {
    table.index(['subject_kind', 'fire_at', 'id'], 'clocks_due_of_kind_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('clocks', table => {
    table.dropIndex(
      ['subject_kind', 'fire_at', 'id'],
      'clocks_due_of_kind_idx',
    );
  });
};
