// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entity_contexts', table => {
    table.comment(
      'What the screens of an entity say of the catalog, so that a card is one look. Computed from the directory after each reading of the catalog and rebuilt from it at any time.',
    );
    table.string('entity_ref', 400).primary();
    table
      .text('context', 'longtext')
      .notNullable()
      .comment(
        'EntityContext as JSON: title, dependencies, owner, who is told',
      );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('entity_contexts');
};
