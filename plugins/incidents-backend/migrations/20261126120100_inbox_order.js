// @ts-check

/**
 * The inbox sorted what it had read; now the database sorts, page by page. What
 * is over is in no inbox, so the rows of live incidents alone are completed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents', table => {
    table
      .integer('risk_count')
      .notNullable()
      .defaultTo(0)
      .comment('How many risks raise its priority');
    table
      .timestamp('due_at', { useTz: true, precision: 3 })
      .comment('What falls due next: the end of a hold, taking it, an update');
  });

  const live = await knex('incidents as i')
    .leftJoin('clocks as c', join =>
      join
        .on('c.subject_id', 'i.id')
        .andOnVal('c.subject_kind', 'incident')
        .andOnVal('c.kind', 'acknowledge'),
    )
    .where('i.live', true)
    .select('i.id', 'i.state', 'c.due_at as acknowledge_at');
  for (const row of live) {
    const { hold, nextUpdateAt, risks } = JSON.parse(row.state);
    const dueAt = hold?.resumeBy ?? row.acknowledge_at ?? nextUpdateAt;
    await knex('incidents')
      .where({ id: row.id })
      .update({
        risk_count: risks.length,
        due_at: dueAt === undefined ? null : new Date(dueAt),
      });
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.dropColumns('risk_count', 'due_at');
  });
};
