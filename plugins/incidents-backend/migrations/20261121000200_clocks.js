// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('clocks', table => {
    table.comment('Durable timers: what falls due, for whom, and when');
    table.bigIncrements('id');
    table
      .string('subject_kind', 32)
      .notNullable()
      .comment('What it runs on; decides which handler it is fired with');
    table.string('subject_id', 64).notNullable();
    table
      .string('kind', 64)
      .notNullable()
      .comment('Which clock of the subject');
    table
      .timestamp('due_at', { useTz: true, precision: 3 })
      .notNullable()
      .comment('When it falls due; kept when firing fails');
    table
      .timestamp('fire_at', { useTz: true, precision: 3 })
      .notNullable()
      .comment('When to fire it next: due_at, or later after a failure');
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment('How often firing it has failed');
    table
      .timestamp('started_at', { useTz: true, precision: 3 })
      .notNullable()
      .comment('When it was started or set anew');

    table.unique(['subject_kind', 'subject_id', 'kind'], {
      indexName: 'clocks_subject_kind_uniq',
    });
    table.index(['fire_at', 'id'], 'clocks_fire_idx');
    table.index(['due_at'], 'clocks_due_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('clocks');
};
