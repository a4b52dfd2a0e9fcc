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
  await knex.schema.createTable('outbox', table => {
    table.comment(
      'What has to be told to somebody, written with the change that it is about and sent afterwards',
    );
    table.bigIncrements('id');
    table
      .string('key', 800)
      .notNullable()
      .comment(
        'Subject, cause, channel and recipient: the same telling is never written twice. Handed on to receivers that can use it.',
      );
    table
      .string('subject_kind', 32)
      .notNullable()
      .comment('What it is about; decides which renderer finds the words');
    table.string('subject_id', 64).notNullable();
    table.string('cause', 100).notNullable().comment('What made it be written');
    table
      .string('kind', 8)
      .notNullable()
      .comment(
        'page: somebody is to act. news: replaced by later news. event: for machines.',
      );
    table.string('channel', 32).notNullable();
    table
      .string('recipient_ref', 400)
      .notNullable()
      .comment('Entity ref; empty where the channel has no recipients');
    table
      .string('recipient_name', 200)
      .notNullable()
      .comment('As it was then; empty as recipient_ref');
    table
      .text('payload', 'longtext')
      .notNullable()
      .comment('JSON, ids only: the words are found when it is sent');
    table
      .string('state', 16)
      .notNullable()
      .comment('pending, sending, sent, cancelled, superseded, skipped, dead');
    table
      .string('withdrawn_as', 16)
      .comment('While sending: the state it takes if this attempt fails');
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment('How often it was tried, the attempt under way included');
    instant(table, 'next_attempt_at').comment(
      'When a relay may take it. While sending: when the lease ends. Empty once nothing will happen any more',
    );
    table.string('lease_owner', 36).comment('The relay that sends it');
    table.text('last_error').comment('Why the last attempt failed');
    instant(table, 'created_at').notNullable();
    instant(table, 'settled_at').comment('When it was sent or given up');

    table.unique(['key'], { indexName: 'outbox_key_uniq' });
    table.index(['state', 'created_at'], 'outbox_age_idx');
    table.index(
      ['subject_kind', 'subject_id', 'recipient_ref'],
      'outbox_subject_idx',
    );
  });
  // What is open, in the order in which it is taken: as small as the backlog, whatever the table has grown to.
  await knex.raw(
    `create index outbox_open_idx
       on outbox (next_attempt_at, id)
       where next_attempt_at is not null`,
  );
  // One in flight for each subject and recipient: a fact of the database on any number of relays.
  await knex.raw(
    `create unique index outbox_in_flight_uniq
       on outbox (subject_kind, subject_id, recipient_ref)
       where state = 'sending'`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('outbox');
};
