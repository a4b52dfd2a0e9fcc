// @ts-check

const BEFORE = ['entity_ref', 'open', 'due_at'];
const COLUMNS = [...BEFORE, 'id'];

/**
 * Each card of an entity asks which action items are open. Their rows are long: from
 * this index it is told without them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('action_items', table => {
    table.dropIndex(BEFORE, 'action_items_entity_idx');
    table.index(COLUMNS, 'action_items_entity_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('action_items', table => {
    table.dropIndex(COLUMNS, 'action_items_entity_idx');
    table.index(BEFORE, 'action_items_entity_idx');
  });
};
