// @ts-check

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
function instant(table, name) {
  return table.timestamp(name, { useTz: true, precision: 3 });
}

/**
 * An index that answers `like 'abc%'`: the plain one does so on neither engine
 * (PostgreSQL sorts by language, SQLite's `like` ignores case).
 *
 * @param {import('knex').Knex} knex
 * @param {string} name
 * @param {string} column
 */
async function createPrefixIndex(knex, name, column) {
  const order = knex.client.config.client.includes('pg')
    ? 'text_pattern_ops'
    : 'collate nocase';
  await knex.raw(
    `create index ${name} on directory_entities (${column} ${order})`,
  );
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('directory_entities', table => {
    table.comment(
      'What we keep of the catalog, so that matching, routing and the entity card work without asking it. Written from the catalog alone and rebuilt from it at any time.',
    );
    table
      .string('entity_ref', 400)
      .primary()
      .comment('kind:namespace/name, lower case');
    table.string('uid', 100).comment('Changes when the entity is made anew');
    table.string('kind', 400).notNullable().comment('Lower case');
    table.string('namespace', 400).notNullable().comment('Lower case');
    table.string('name', 400).notNullable().comment('Lower case');
    table
      .string('compact_name', 400)
      .notNullable()
      .comment('The name without -, _ and ., so that seatmap finds seat-map');
    table.string('title', 200).notNullable().comment('As people read it');
    table
      .string('search_title', 200)
      .notNullable()
      .comment('The title in lower case; SQLite folds ASCII alone');
    table.string('type', 100).comment('spec.type');
    table.string('lifecycle', 100).comment('spec.lifecycle');
    table.string('tier', 100).comment('Value of the tier label');
    table.string('owner_ref', 400).comment('The group or user that owns it');
    table
      .string('part_of_ref', 400)
      .comment('Whom to ask next for an owner: its system, else its domain');
    table.string('parent_ref', 400).comment('The group above, of groups');
    table
      .string('alert_name', 255)
      .comment('What alerts call it, by annotation; lower case');
    table
      .string('digest', 64)
      .notNullable()
      .comment(
        'Of all that was recorded: unchanged entities are not rewritten',
      );
    instant(table, 'refreshed_at')
      .notNullable()
      .comment('When the catalog last said so');
    instant(table, 'gone_at').comment(
      'Since when the catalog has it no more; kept for its title',
    );
    table.index(['name', 'kind'], 'directory_entities_name_idx');
    table.index(['alert_name'], 'directory_entities_alert_name_idx');
    table.index(['owner_ref', 'entity_ref'], 'directory_entities_owner_idx');
    table.index(['refreshed_at'], 'directory_entities_refreshed_idx');
    table.index(['search_title'], 'directory_entities_title_idx');
  });
  await createPrefixIndex(
    knex,
    'directory_entities_compact_name_prefix_idx',
    'compact_name',
  );
  await createPrefixIndex(
    knex,
    'directory_entities_title_prefix_idx',
    'search_title',
  );

  await knex.schema.createTable('directory_relations', table => {
    table.comment(
      'How entities hang together. Two records may state the same relation: read it distinct.',
    );
    table
      .string('stated_by', 400)
      .notNullable()
      .comment('The entity whose catalog record says so; rewritten with it');
    table.string('source_ref', 400).notNullable();
    table
      .string('type', 16)
      .notNullable()
      .comment(
        'depends-on: source suffers when target does (dependsOn; an API that it consumes, and who provides it). member-of: a user of a group. child-of: a group below a group.',
      );
    table.string('target_ref', 400).notNullable();
    table.primary(['stated_by', 'type', 'source_ref', 'target_ref']);
    table.index(
      ['source_ref', 'type', 'target_ref'],
      'directory_relations_source_idx',
    );
    table.index(
      ['target_ref', 'type', 'source_ref'],
      'directory_relations_target_idx',
    );
  });

  await knex.schema.createTable('directory_refresh', table => {
    table.comment('How reading the whole catalog went last; one row');
    table.integer('id').primary().comment('Always 1');
    instant(table, 'refreshed_at').comment('When the last whole reading began');
    table
      .integer('entities')
      .notNullable()
      .comment('How many the last whole reading found');
    table
      .integer('entities_before')
      .notNullable()
      .comment(
        'How many the one before found: a catalog that grows is read again soon',
      );
    table.text('error').comment('Why the latest attempt failed, if it did');
  });
  await knex('directory_refresh').insert({
    id: 1,
    entities: 0,
    entities_before: 0,
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('directory_refresh');
  await knex.schema.dropTable('directory_relations');
  await knex.schema.dropTable('directory_entities');
};
