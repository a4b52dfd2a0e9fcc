import type { Knex } from 'knex';
import { knownTo, type Viewer } from '../authorization/viewer';

/** The numbers, such as `INC-12`, of the incidents that the viewer may know of, by id. */
export async function numbersOf(
  knex: Knex,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await knownTo(
    knex('incidents')
      .whereIn('incidents.id', [...ids])
      .select('incidents.id', 'incidents.number'),
    viewer,
  );
  return new Map(
    rows.map((row: { id: string; number: number }) => [
      row.id,
      `INC-${row.number}`,
    ]),
  );
}
