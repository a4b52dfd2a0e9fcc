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
  await knex.schema.createTable('integration_keys', table => {
    table.comment('Rights of senders to send alerts of one source');
    table.string('id', 36).primary().comment('UUID');
    table
      .string('hash', 64)
      .notNullable()
      .comment('SHA-256 of the key in hexadecimal; the key itself is nowhere');
    table.string('name', 200).notNullable().comment('What people call it');
    table.string('source', 100).notNullable().comment('Id of the adapter');
    table
      .string('for_ref', 400)
      .notNullable()
      .comment('The group or entity that its alerts are for');
    instant(table, 'created_at').notNullable();
    table.string('created_by_ref', 400).notNullable();
    table
      .string('created_by_name', 200)
      .notNullable()
      .comment('As it was then; the person may be gone');
    instant(table, 'last_used_at').comment('Up to a minute behind');
    instant(table, 'revoked_at').comment('Accepted no more from then on');
    table.string('revoked_by_ref', 400);
    table.string('revoked_by_name', 200);
    table.unique(['hash'], { indexName: 'integration_keys_hash_uniq' });
    table.index(['created_at', 'id'], 'integration_keys_newest_idx');
    table.index(['for_ref'], 'integration_keys_for_idx');
  });
  await knex.schema.alterTable('alert_deliveries', table => {
    table
      .string('key_id', 36)
      .comment(
        'The integration key it came by; null for a token of the portal',
      );
    table
      .string('key_for', 400)
      .comment('What that key is for: decides where labels do not');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('alert_deliveries', table => {
    table.dropColumn('key_for');
    table.dropColumn('key_id');
  });
  await knex.schema.dropTable('integration_keys');
};
