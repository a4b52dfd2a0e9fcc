// @ts-check

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
function instant(table, name) {
  return table.timestamp(name, { useTz: true, precision: 3 });
}

/**
 * An index over the time of writing that costs next to nothing to keep: on
 * PostgreSQL a range of times for each stretch of the table, which grows in their
 * order.
 *
 * @param {import('knex').Knex} knex
 */
async function createRecordedIndex(knex) {
  await knex.raw(
    knex.client.config.client.includes('pg')
      ? `create index incident_events_recorded_idx
           on incident_events using brin (recorded_at) with (autosummarize = on)`
      : `create index incident_events_recorded_idx on incident_events (recorded_at)`,
  );
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('watchdog_findings', table => {
    table.comment(
      'What should have happened by now and has not; gone once it has',
    );
    table.string('kind', 20).notNullable();
    table
      .string('subject_id', 36)
      .notNullable()
      .comment('The incident; empty where it is none');
    instant(table, 'since')
      .notNullable()
      .comment('From when on it is not as it should be');
    table
      .text('detail')
      .notNullable()
      .comment('The clocks, fields or people concerned, or how many');
    instant(table, 'seen_at').notNullable().comment('When it was seen last');
    instant(table, 'logged_at').comment('When the log was told last');
    table.primary(['kind', 'subject_id']);
    table.index(['since'], 'watchdog_findings_since_idx');
    table.index(['seen_at'], 'watchdog_findings_seen_idx');
  });

  await knex.schema.createTable('watchdog_rounds', table => {
    table.comment('Where the watchdog is on its way; one row');
    table.integer('id').primary().comment('Always 1');
    instant(table, 'watching_since').comment(
      'Of the first round: what is older may have been written otherwise',
    );
    instant(table, 'looked_at').comment('When the last round began');
    table
      .string('last_id', 36)
      .comment(
        'The live incident that was looked at last, in the order of ids',
      );
  });
  await knex('watchdog_rounds').insert({ id: 1 });

  await knex.raw(
    'create index incidents_watched_idx on incidents (id) where live',
  );
  await createRecordedIndex(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index incident_events_recorded_idx');
  await knex.raw('drop index incidents_watched_idx');
  await knex.schema.dropTable('watchdog_rounds');
  await knex.schema.dropTable('watchdog_findings');
};
