// @ts-check

/**
 * An import that cannot go on is tried again, ever more rarely, and holds up no
 * other one meanwhile.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('imports', table => {
    table
      .integer('failures')
      .notNullable()
      .defaultTo(0)
      .comment('How often in a row it could not go on');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('alter table imports drop column failures');
};
