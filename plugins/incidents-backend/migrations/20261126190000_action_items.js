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
  await knex.schema.createTable('action_numbers', table => {
    table.comment('The counter behind ACT-1, ACT-2 and so on; one row');
    table.integer('id').primary().comment('Always 1');
    table.integer('last').notNullable().comment('The last number given');
  });
  await knex('action_numbers').insert({ id: 1, last: 0 });

  await knex.schema.createTable('action_items', table => {
    table.comment(
      'Each action item as it stands: what deciding needs as JSON, and what lists filter and sort by as columns. Rebuilt from action_events at any time.',
    );
    table.string('id', 36).primary().comment('UUID');
    table.integer('number').notNullable().comment('The n of ACT-n');
    table
      .integer('version')
      .notNullable()
      .comment('Raised by each commit; also the number of the last event');
    table.text('state', 'longtext').notNullable().comment('ActionItemState');
    table.string('title', 200).notNullable();
    table
      .string('search_title', 200)
      .notNullable()
      .comment('The title in lower case; SQLite folds ASCII alone');
    table.string('type', 16).notNullable();
    table.string('priority', 2).notNullable().comment('P1 to P5');
    table.string('status', 16).notNullable();
    table
      .boolean('open')
      .notNullable()
      .comment('Proposed, accepted or in progress');
    table.string('entity_ref', 400).comment('What it is done to');
    table.string('owner_ref', 400).comment('Who owns the entity now');
    table.string('unrouted', 32).comment('Why no group owns it');
    table.string('responsible_ref', 400).comment('The user who does it');
    table
      .string('accountable_ref', 400)
      .comment('The user or group that answers for the deadline');
    table.string('factor', 40).comment('The tag of the factor it is about');
    table.string('due_on', 10).notNullable().comment('A day, as 2026-12-01');
    instant(table, 'due_at')
      .notNullable()
      .comment('The end of that day in the zone of the organisation');
    instant(table, 'proposed_at').notNullable();
    instant(table, 'closed_at').comment('When it was done or given up');
    table
      .bigInteger('place')
      .notNullable()
      .comment(
        'What the board sorts by: open ones by when they are due, then the others, the latest first',
      );
    table
      .string('propose_key', 600)
      .comment('Who proposed it with which client id: a repeat finds it');

    table.unique(['number'], { indexName: 'action_items_number_uniq' });
    table.unique(['propose_key'], { indexName: 'action_items_propose_uniq' });
    table.index(['place', 'number'], 'action_items_board_idx');
    table.index(['entity_ref', 'open', 'due_at'], 'action_items_entity_idx');
    table.index(['owner_ref', 'open', 'due_at'], 'action_items_owner_idx');
    table.index(['responsible_ref', 'open'], 'action_items_responsible_idx');
    table.index(['accountable_ref', 'open'], 'action_items_accountable_idx');
    // Of what is open the owner is looked up again and again.
    table.index(['open', 'id'], 'action_items_open_idx');
  });

  await knex.schema.createTable('action_events', table => {
    table.comment('What happened to each action item, never edited');
    table.string('action_id', 36).notNullable();
    table
      .integer('sequence')
      .notNullable()
      .comment('Place among its events, from 1, without gaps');
    table.string('type', 32).notNullable();
    table.integer('version').notNullable().comment('Of the shape of data');
    table.string('actor_type', 8).notNullable().comment('user or system');
    table.string('actor_ref', 400).comment('Of a user');
    table.string('actor_name', 200).notNullable();
    instant(table, 'at').notNullable().comment('When it happened');
    table.text('data', 'longtext').notNullable().comment('JSON, by type');
    table
      .text('texts', 'longtext')
      .comment(
        'Free texts as JSON, by field: they can be erased without touching the fact',
      );
    table
      .string('client_id', 100)
      .comment('Of the command, with its first event: a repeat finds it');
    table.primary(['action_id', 'sequence']);
    table.unique(['action_id', 'client_id'], {
      indexName: 'action_events_client_uniq',
    });
  });

  await knex.schema.createTable('action_incidents', table => {
    table.comment('The incidents that brought about each action item');
    table.string('action_id', 36).notNullable();
    table.string('incident_id', 36).notNullable();
    table.primary(['action_id', 'incident_id']);
    table.index(['incident_id'], 'action_incidents_incident_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('action_incidents');
  await knex.schema.dropTable('action_events');
  await knex.schema.dropTable('action_items');
  await knex.schema.dropTable('action_numbers');
};
