// @ts-check

/** By what an incident is found, and then all that a history asks of thousands before it reads any. */
const COLUMNS = [
  'id',
  'visibility',
  'owner_ref',
  'mode',
  'priority',
  'status',
  'recovered_at',
  'impact_ms',
  'impact_running_since',
  'version',
  'facts_version',
];

/**
 * The history of a busy service asks of thousands of incidents what they count as,
 * and which version its record is of. Their rows are long and lie far apart: from
 * this index it is read without them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.index(COLUMNS, 'incidents_kind_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.dropIndex(COLUMNS, 'incidents_kind_idx');
  });
};
