// @ts-check

/**
 * Raw messages are forgotten after a while, the oldest first, hour by hour. The
 * index holds those that still have one, so finding them costs as much as there
 * are, whatever the table has grown to.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    `create index alert_deliveries_kept_body_idx
       on alert_deliveries (received_at)
       where body is not null`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index alert_deliveries_kept_body_idx');
};
