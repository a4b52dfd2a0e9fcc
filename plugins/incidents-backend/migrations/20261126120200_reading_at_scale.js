// @ts-check

/**
 * The words of an incident that people search by, the same for query and index. What
 * is between words is named by its ASCII codes: classes of letters depend on the locale.
 */
const WORDS =
  "to_tsvector('simple', regexp_replace(title || ' ' || coalesce(entity_ref, ''), E'[\\x01-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f]+', ' ', 'g'))";

/**
 * @param {import('knex').Knex} knex
 */
function isPostgres(knex) {
  return knex.client.config.client.includes('pg');
}

/**
 * A page of an entity's history is a piece of an index, and words are found by an
 * index of the database's own, which it keeps itself.
 *
 * On SQLite that is a table of its own beside `incidents`, kept by triggers: whoever
 * makes `incidents` anew must make them anew.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incident_entities', table => {
    table.dropIndex(
      ['entity_ref', 'declared_at'],
      'incident_entities_entity_idx',
    );
    table.index(
      ['entity_ref', 'declared_at', 'incident_id'],
      'incident_entities_history_idx',
    );
  });

  if (isPostgres(knex)) {
    await knex.raw(
      `create index incidents_words_idx on incidents using gin (${WORDS})`,
    );
    return;
  }
  await knex.raw(
    `create virtual table incidents_words using fts5 (
       title, entity_ref,
       content = 'incidents', content_rowid = 'number',
       tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
     )`,
  );
  await knex.raw(
    `create trigger incidents_words_added after insert on incidents begin
       insert into incidents_words (rowid, title, entity_ref)
       values (new.number, new.title, new.entity_ref);
     end`,
  );
  await knex.raw(
    `create trigger incidents_words_changed after update on incidents
     when old.title <> new.title or old.entity_ref is not new.entity_ref begin
       insert into incidents_words (incidents_words, rowid, title, entity_ref)
       values ('delete', old.number, old.title, old.entity_ref);
       insert into incidents_words (rowid, title, entity_ref)
       values (new.number, new.title, new.entity_ref);
     end`,
  );
  await knex.raw(
    `create trigger incidents_words_removed after delete on incidents begin
       insert into incidents_words (incidents_words, rowid, title, entity_ref)
       values ('delete', old.number, old.title, old.entity_ref);
     end`,
  );
  await knex.raw(
    "insert into incidents_words (incidents_words) values ('rebuild')",
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.raw('drop index incidents_words_idx');
  } else {
    await knex.raw('drop trigger incidents_words_removed');
    await knex.raw('drop trigger incidents_words_changed');
    await knex.raw('drop trigger incidents_words_added');
    await knex.raw('drop table incidents_words');
  }
  await knex.schema.alterTable('incident_entities', table => {
    table.dropIndex(
      ['entity_ref', 'declared_at', 'incident_id'],
      'incident_entities_history_idx',
    );
    table.index(['entity_ref', 'declared_at'], 'incident_entities_entity_idx');
  });
};
