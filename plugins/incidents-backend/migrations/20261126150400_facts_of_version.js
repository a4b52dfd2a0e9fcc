// @ts-check

/** As the index has it, so that it is found by it. */
const UNRECORDED = 'facts_version is null or facts_version <> version';

/**
 * A release that does not know of facts may write to an incident beside this one,
 * and leaves them behind: they say of which version they are.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents', table => {
    table
      .integer('facts_version')
      .comment('The version that facts and course are of');
  });
  await knex('incidents')
    .whereNotNull('facts')
    .update({ facts_version: knex.ref('version') });
  await knex.raw('drop index incidents_unrecorded_idx');
  await knex.raw(
    `create index incidents_unrecorded_idx on incidents (id) where ${UNRECORDED}`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index incidents_unrecorded_idx');
  await knex.raw(
    'create index incidents_unrecorded_idx on incidents (id) where facts is null',
  );
  await knex.raw('alter table incidents drop column facts_version');
};
