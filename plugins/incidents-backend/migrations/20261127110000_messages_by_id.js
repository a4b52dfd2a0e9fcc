// @ts-check

/**
 * A message is found by the id that its sender was told, and those of a batch by theirs
 * when they are done. Without an index each batch read every message there was.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('alert_deliveries', table => {
    table.unique(['id'], { indexName: 'alert_deliveries_id_uniq' });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('alert_deliveries', table => {
    table.dropUnique(['id'], 'alert_deliveries_id_uniq');
  });
};
