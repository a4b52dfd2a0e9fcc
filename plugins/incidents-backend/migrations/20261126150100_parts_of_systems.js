// @ts-check

/**
 * What a system or a domain has as its parts is found from above.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('directory_entities', table => {
    table.index(['part_of_ref', 'entity_ref'], 'directory_entities_part_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('directory_entities', table => {
    table.dropIndex(
      ['part_of_ref', 'entity_ref'],
      'directory_entities_part_idx',
    );
  });
};
