// @ts-check

/**
 * What an incident is now and how it went lie apart: of most of those that figures
 * are made of, only the first is looked at. Both are made anew from the timelines.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw('alter table incidents rename column record to facts');
  await knex.schema.alterTable('incidents', table => {
    table.text('course', 'longtext').comment('IncidentCourse, with the facts');
  });
  await comment(knex, 'IncidentFacts; null where they have yet to be made');
  await forget(knex, 'facts');
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await forget(knex, 'facts');
  await knex.raw('alter table incidents drop column course');
  await comment(knex, 'IncidentRecord; null where it has yet to be made');
  await knex.raw('alter table incidents rename column facts to record');
};

/**
 * @param {import('knex').Knex} knex
 * @param {string} column
 */
async function forget(knex, column) {
  await knex('incidents')
    .whereNotNull(column)
    .update({ [column]: null });
}

/**
 * SQLite keeps no comments.
 *
 * @param {import('knex').Knex} knex
 * @param {string} text
 */
async function comment(knex, text) {
  if (knex.client.config.client.includes('pg')) {
    await knex.raw(`comment on column incidents.facts is '${text}'`);
  }
}
