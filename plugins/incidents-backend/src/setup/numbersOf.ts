import type { Knex } from 'knex';

/** The numbers by which people know incidents, such as `INC-12`, by id. */
export async function numbersOf(
  knex: Knex,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await knex('incidents')
    .whereIn('id', [...ids])
    .select('id', 'number');
  return new Map(rows.map(row => [row.id, `INC-${row.number}`]));
}
