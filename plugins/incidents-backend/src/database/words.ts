import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/**
 * Of words that more incidents have, SQLite looks through so many of the newest:
 * it sorts what it finds, and what it sorts nothing else can be done beside.
 */
const NEWEST_FOUND = 2_000;

/**
 * Narrows a query over `incidents` to those whose title or entity has, for each of
 * these words, one that begins with it; none where there are no words. By an index
 * of the database's own, which the engines write down differently.
 */
export function havingWords(
  db: Knex,
  query: Knex.QueryBuilder,
  words: readonly string[],
): void {
  if (words.length === 0) {
    query.whereRaw('1 = 0');
  } else if (isPostgres(db)) {
    query.whereRaw("incidents.words @@ to_tsquery('simple', ?)", [
      words.map(word => `${word}:*`).join(' & '),
    ]);
  } else {
    query.whereIn('incidents.number', found =>
      found
        .from('incidents_words')
        .whereRaw('incidents_words match ?', [
          words.map(word => `"${word}"*`).join(' '),
        ])
        .orderBy('rowid', 'desc')
        .limit(NEWEST_FOUND)
        .select('rowid'),
    );
  }
}
