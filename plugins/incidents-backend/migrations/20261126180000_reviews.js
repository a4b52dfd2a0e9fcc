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
  await knex.schema.createTable('reviews', table => {
    table.comment(
      'What is learnt from an incident, as it stands; none where nothing has happened to it yet',
    );
    table
      .string('incident_id', 36)
      .primary()
      .references('id')
      .inTable('incidents')
      .onDelete('CASCADE');
    table.integer('version').notNullable().comment('Number of its last event');
    table
      .text('state', 'longtext')
      .notNullable()
      .comment('JSON: what deciding needs; without what people have written');
    table.string('status', 20).notNullable();
    instant(table, 'since').notNullable().comment('When the status was taken');
    table
      .boolean('required')
      .notNullable()
      .comment('Whether the priority demands it');
    table.string('owner_ref', 400).comment('Who writes it');
    instant(table, 'draft_due_at').comment(
      'Until when the draft is to be handed in; null where there is no such time',
    );
    table.index(['status', 'since', 'incident_id'], 'reviews_status_idx');
    table.index(['owner_ref', 'since'], 'reviews_owner_idx');
    table.index(['since', 'incident_id'], 'reviews_since_idx');
  });

  await knex.schema.createTable('review_events', table => {
    table.comment('What happened to reviews; never edited');
    table
      .string('incident_id', 36)
      .notNullable()
      .references('incident_id')
      .inTable('reviews')
      .onDelete('CASCADE');
    table
      .integer('sequence')
      .notNullable()
      .comment('From 1, without gaps within a review');
    table.string('type', 40).notNullable();
    table.integer('version').notNullable().comment('Of the shape of the data');
    table.string('actor_type', 10).notNullable();
    table.string('actor_ref', 400);
    table.string('actor_name', 400).notNullable();
    instant(table, 'at').notNullable();
    table.text('data', 'longtext').notNullable().comment('JSON, by type');
    table
      .string('client_id', 100)
      .comment('Of the command that it ended; a repeat is answered by it');
    table.primary(['incident_id', 'sequence']);
    table.unique(['incident_id', 'client_id'], {
      indexName: 'review_events_client_uniq',
    });
  });

  await knex.schema.createTable('review_texts', table => {
    table.comment(
      'What people wrote, apart from the events that point to it, since it may have to be erased',
    );
    table.string('incident_id', 36).notNullable();
    table.integer('sequence').notNullable().comment('The event it came with');
    table.string('field', 20).notNullable().comment('What it was typed into');
    table.string('section', 40).comment('For a version of a section');
    table.text('text', 'longtext').notNullable();
    table.primary(['incident_id', 'sequence', 'field']);
    table
      .foreign(['incident_id', 'sequence'])
      .references(['incident_id', 'sequence'])
      .inTable('review_events')
      .onDelete('CASCADE');
    table.index(
      ['incident_id', 'section', 'sequence'],
      'review_texts_section_idx',
    );
  });

  await knex.schema.createTable('review_factors', table => {
    table.comment(
      'What contributed to an incident, as its review says now; the words lie in review_texts',
    );
    table
      .string('incident_id', 36)
      .notNullable()
      .references('incident_id')
      .inTable('reviews')
      .onDelete('CASCADE');
    table.string('id', 12).notNullable().comment('Unique within the review');
    table.string('tag', 40).notNullable().comment('Such as missing-alert');
    table
      .integer('sequence')
      .notNullable()
      .comment('The event that its words came with');
    table.primary(['incident_id', 'id']);
    table.index(['tag', 'incident_id'], 'review_factors_tag_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('review_factors');
  await knex.schema.dropTable('review_texts');
  await knex.schema.dropTable('review_events');
  await knex.schema.dropTable('reviews');
};
