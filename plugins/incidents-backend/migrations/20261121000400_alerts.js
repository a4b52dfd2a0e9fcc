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
  await knex.schema.createTable('alert_deliveries', table => {
    table.comment(
      'Messages of senders as they came: kept before they are answered, processed afterwards',
    );
    table.bigIncrements('sequence').comment('The order of arrival');
    table.string('id', 36).notNullable().comment('UUID, told to the sender');
    table.string('source', 100).notNullable().comment('Id of the adapter');
    instant(table, 'received_at').notNullable();
    table
      .text('headers')
      .notNullable()
      .comment('JSON object by lower-case name, without credentials');
    table
      .text('body', 'longtext')
      .comment('The raw message; null once it was pruned');
    table.integer('size').notNullable().comment('Of the body, in characters');
    table
      .integer('truncated')
      .notNullable()
      .defaultTo(0)
      .comment('How many alerts the sender left out of the message');
    table
      .string('status', 12)
      .notNullable()
      .comment('pending, processed or failed');
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment(
        'How often it was taken up, so that what kills a process is given up',
      );
    instant(table, 'next_attempt_at').comment('Not before, while pending');
    table.string('lease_owner', 36).comment('The process that works on it');
    instant(table, 'lease_until').comment('Free for others from then on');
    table.text('error').comment('Why the last attempt failed');
    instant(table, 'processed_at');
    table.index(['status', 'received_at', 'id'], 'alert_deliveries_status_idx');
    table.index(['source', 'received_at'], 'alert_deliveries_source_idx');
  });

  await knex.schema.createTable('monitoring_alerts', table => {
    table.comment('Conditions that sources report: source and dedup key');
    table.string('id', 36).primary().comment('UUID');
    table.string('source', 100).notNullable();
    table.string('dedup_key', 512).notNullable().comment('As the sender says');
    table.string('title', 200).notNullable();
    table
      .string('severity', 10)
      .notNullable()
      .comment('critical, error, warning, info');
    table.text('labels', 'longtext').notNullable().comment('JSON object');
    table.text('url').comment('Where the sender shows it');
    table.string('entity_ref', 400).comment('The entity it was matched to');
    instant(table, 'last_received_at').notNullable();
    table.unique(['source', 'dedup_key'], {
      indexName: 'monitoring_alerts_key_uniq',
    });
  });

  await knex.schema.createTable('alert_occurrences', table => {
    table.comment('Each time that an alert fired, from its start to its end');
    table.string('id', 36).primary().comment('UUID');
    table.string('alert_id', 36).notNullable();
    instant(table, 'starts_at')
      .notNullable()
      .comment("The sender's start time; with the alert it is the identity");
    instant(table, 'received_at').notNullable().comment('Ours, at first sight');
    instant(table, 'ended_at').comment('Ours, when its end was received');
    table
      .boolean('firing')
      .notNullable()
      .comment('False once it ended, or was only ever heard of as ended');
    table
      .integer('deliveries')
      .notNullable()
      .comment('How often it was sent; for information, may over-count');
    table
      .string('disposition', 12)
      .notNullable()
      .comment('incident, quiet or record');
    table.text('reason').notNullable().comment('Why that disposition');
    table.string('unmatched', 10).comment('none or several, without entity');
    table.string('incident_id', 36).comment('The incident it belongs to');
    table
      .text('moved_from')
      .comment(
        'The incidents that it came through, the last one last, separated by commas; :out after one that people moved it out of',
      );
    table.unique(['alert_id', 'starts_at'], {
      indexName: 'alert_occurrences_identity_uniq',
    });
    table.index(
      ['incident_id', 'firing', 'ended_at'],
      'alert_occurrences_incident_idx',
    );
    table.index(
      ['incident_id', 'received_at'],
      'alert_occurrences_timeline_idx',
    );
    table.index(
      ['unmatched', 'received_at'],
      'alert_occurrences_unmatched_idx',
    );
  });
  await knex.raw(
    'create unique index alert_occurrences_open_uniq on alert_occurrences (alert_id) where firing',
  );

  await knex.schema.createTable('alert_delivery_outcomes', table => {
    table.comment('What became of each alert of a message');
    table.string('delivery_id', 36).notNullable();
    table.integer('position').notNullable().comment('In the message, from 0');
    table.string('occurrence_id', 36).comment('Null where it was kept aside');
    table.string('title', 200).notNullable();
    table
      .string('disposition', 12)
      .notNullable()
      .comment('incident, quiet, record or kept-aside');
    table.text('reason').notNullable();
    table.text('excerpt').comment('Begin of an alert that was kept aside');
    instant(table, 'received_at').notNullable();
    table.primary(['delivery_id', 'position']);
    table.index(
      ['disposition', 'received_at'],
      'alert_delivery_outcomes_disposition_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alert_delivery_outcomes');
  await knex.schema.dropTable('alert_occurrences');
  await knex.schema.dropTable('monitoring_alerts');
  await knex.schema.dropTable('alert_deliveries');
};
