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
  await knex.schema.createTable('change_events', table => {
    table.comment('Deployments and configuration changes, as they were told');
    table.string('id', 36).primary().comment('UUID');
    table.string('kind', 20).notNullable();
    table
      .string('entity_ref', 400)
      .notNullable()
      .comment('What was changed; the catalog may not have it');
    table.string('title', 200).notNullable();
    table.string('version', 100);
    table.text('url').comment('Where the making of it can be seen');
    table.string('actor', 200).comment('Who made it, as the source calls them');
    table.string('outcome', 20);
    table.string('source', 100).notNullable().comment('What told of it');
    table
      .string('source_id', 200)
      .notNullable()
      .comment('Which one it is there');
    instant(table, 'started_at').notNullable();
    instant(table, 'finished_at');
    instant(table, 'effective_at')
      .notNullable()
      .comment('When it had taken effect: its end, else its begin');
    instant(table, 'received_at').notNullable();
    table
      .string('key_id', 36)
      .comment('The integration key it came by; null for a token or an event');
    // A repeat is the same change.
    table.unique(['source', 'source_id'], {
      indexName: 'change_events_source_uniq',
    });
    table.index(['entity_ref', 'effective_at'], 'change_events_entity_idx');
    table.index(['effective_at'], 'change_events_pruning_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('change_events');
};
