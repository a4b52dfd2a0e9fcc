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
  await knex.schema.createTable('incident_numbers', table => {
    table.comment('The counter behind INC-1, INC-2 and so on; one row');
    table.integer('id').primary().comment('Always 1');
    table.integer('last').notNullable().comment('The last number given');
  });
  await knex('incident_numbers').insert({ id: 1, last: 0 });

  await knex.schema.createTable('incidents', table => {
    table.comment(
      'Each incident as it stands: what deciding needs as JSON, and what lists filter and sort by as columns. Rebuilt from incident_events at any time.',
    );
    table.string('id', 36).primary().comment('UUID');
    table.integer('number').notNullable().comment('The n of INC-n');
    table
      .integer('version')
      .notNullable()
      .comment('Raised by each commit; also the number of the last event');
    table.text('state', 'longtext').notNullable().comment('IncidentState');
    table.string('title', 200).notNullable();
    table.string('status', 16).notNullable();
    table.boolean('live').notNullable().comment('Triage to monitoring');
    table.string('priority', 2).notNullable().comment('P1 to P5');
    table
      .string('mode', 8)
      .notNullable()
      .comment('real, drill, test, backfill');
    table.string('visibility', 8).notNullable().comment('public or private');
    table.string('entity_ref', 400).comment('The root entity');
    table.string('owner_ref', 400).comment('Who answers for it now');
    table.string('lead_ref', 400);
    table.string('reporter_ref', 400);
    table.string('unrouted', 32).comment('Why no group answers for it');
    instant(table, 'declared_at').notNullable();
    instant(table, 'resolved_at');
    instant(table, 'recovered_at').comment('Its alerts ended by themselves');
    table
      .bigInteger('impact_ms')
      .notNullable()
      .comment('Length of the impact windows that have ended');
    instant(table, 'impact_running_since').comment(
      'Begin of the impact window that has not',
    );
    table.integer('update_sequence').comment('Event of the last update');
    table
      .string('open_key', 500)
      .comment('What alerts attach by, while it takes any; null afterwards');
    table
      .string('declare_key', 600)
      .comment('Who declared it with which client id: a repeat finds it');

    table.unique(['number'], { indexName: 'incidents_number_uniq' });
    table.unique(['open_key'], { indexName: 'incidents_open_key_uniq' });
    table.unique(['declare_key'], { indexName: 'incidents_declare_key_uniq' });
    table.index(['declared_at', 'id'], 'incidents_declared_idx');
    table.index(['owner_ref', 'declared_at'], 'incidents_owner_idx');
    table.index(['lead_ref', 'live'], 'incidents_lead_idx');
    table.index(['priority', 'declared_at'], 'incidents_priority_idx');
    table.index(['live', 'priority', 'declared_at'], 'incidents_live_idx');
    table.index(['unrouted', 'live'], 'incidents_unrouted_idx');
  });

  await knex.schema.createTable('incident_events', table => {
    table.comment('The timelines: what happened, never edited');
    table.string('incident_id', 36).notNullable();
    table
      .integer('sequence')
      .notNullable()
      .comment('Position on the timeline, from 1, without gaps');
    table.string('type', 32).notNullable();
    table.integer('version').notNullable().comment('Of the shape of data');
    table.string('actor_type', 8).notNullable().comment('user or system');
    table.string('actor_ref', 400).comment('Of a user');
    table.string('actor_name', 200).notNullable();
    instant(table, 'at').notNullable().comment('When it happened');
    instant(table, 'recorded_at').notNullable().comment('When it was written');
    table.text('data', 'longtext').notNullable().comment('JSON, by type');
    table.primary(['incident_id', 'sequence']);
  });

  await knex.schema.createTable('incident_texts', table => {
    table.comment(
      'The free texts of events, apart so that they can be erased without touching the fact',
    );
    table.string('incident_id', 36).notNullable();
    table.integer('sequence').notNullable().comment('The event they belong to');
    table.text('texts', 'longtext').notNullable().comment('JSON, by field');
    table.primary(['incident_id', 'sequence']);
  });

  await knex.schema.createTable('incident_entities', table => {
    table.comment('Which entities an incident is about');
    table.string('incident_id', 36).notNullable();
    table.string('entity_ref', 400).notNullable();
    table
      .string('level', 16)
      .notNullable()
      .comment('root, suspected, confirmed, recovered');
    table.string('owner_ref', 400).comment('Its owner when it was named');
    table.boolean('live').notNullable().comment('As the incident');
    instant(table, 'declared_at').notNullable().comment('As the incident');
    table.primary(['incident_id', 'entity_ref']);
    table.index(['entity_ref', 'declared_at'], 'incident_entities_entity_idx');
    table.index(['entity_ref', 'live'], 'incident_entities_live_idx');
    table.index(['owner_ref', 'live'], 'incident_entities_owner_idx');
  });

  await knex.schema.createTable('incident_people', table => {
    table.comment('Who has what to do with an incident');
    table.string('incident_id', 36).notNullable();
    table
      .string('role', 16)
      .notNullable()
      .comment('reporter, lead, told, responder, follower, affected');
    table.string('person_ref', 400).notNullable();
    table.string('name', 200).notNullable().comment('As it was then');
    instant(table, 'since').notNullable();
    table.primary(['incident_id', 'role', 'person_ref']);
    table.index(['person_ref', 'role'], 'incident_people_person_idx');
  });

  await knex.schema.createTable('incident_commands', table => {
    table.comment('Commands by client id, so that a repeat does nothing twice');
    table.string('incident_id', 36).notNullable();
    table.string('client_id', 100).notNullable();
    table.boolean('changed').notNullable().comment('The first outcome');
    instant(table, 'recorded_at').notNullable();
    table.primary(['incident_id', 'client_id']);
    table.index(['recorded_at'], 'incident_commands_recorded_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incident_commands');
  await knex.schema.dropTable('incident_people');
  await knex.schema.dropTable('incident_entities');
  await knex.schema.dropTable('incident_texts');
  await knex.schema.dropTable('incident_events');
  await knex.schema.dropTable('incidents');
  await knex.schema.dropTable('incident_numbers');
};
