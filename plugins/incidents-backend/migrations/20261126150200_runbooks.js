// @ts-check

/**
 * Whether somebody wrote down what to do; the next reading of the catalog fills it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('directory_entities', table => {
    table
      .boolean('has_runbook')
      .notNullable()
      .defaultTo(false)
      .comment('It has the annotation, or a link that is called so');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('directory_entities', table => {
    table.dropColumn('has_runbook');
  });
};
