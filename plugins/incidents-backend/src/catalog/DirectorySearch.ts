import type { Knex } from 'knex';
import {
  entities,
  FALLIBLE_KINDS,
  toEntity,
  type DirectoryEntity,
} from './DirectoryReader';
import { compactName } from './record';

/** Finds entities, groups and people by what somebody types. */
export class DirectorySearch {
  async entities(
    db: Knex,
    q: string,
    limit: number,
  ): Promise<DirectoryEntity[]> {
    return search(db, FALLIBLE_KINDS, q, limit);
  }

  async groups(db: Knex, q: string, limit: number): Promise<DirectoryEntity[]> {
    return search(db, ['group'], q, limit);
  }

  async users(db: Knex, q: string, limit: number): Promise<DirectoryEntity[]> {
    return search(db, ['user'], q, limit);
  }

  /**
   * What names may have meant that nothing is called: the same letters written
   * otherwise, a longer name, or a shorter one that `-prod` was hung on to. The
   * closest first.
   */
  async similar(
    db: Knex,
    names: readonly string[],
    limit: number,
  ): Promise<DirectoryEntity[]> {
    const compact = [...new Set(names.map(compactName))].filter(isTelling);
    const shorter = [...new Set(names.flatMap(shortened))].filter(isTelling);
    if (compact.length === 0 && shorter.length === 0) {
      return [];
    }
    const rows = await entities(db)
      .whereIn('e.kind', FALLIBLE_KINDS)
      .where(any => {
        any.whereIn('e.compact_name', shorter);
        for (const prefix of compact) {
          any.orWhereRaw(isLike('e.compact_name'), [startingWith(prefix)]);
        }
      })
      .orderByRaw('length(e.compact_name) desc')
      .orderBy('e.entity_ref')
      .limit(limit);
    return rows.map(toEntity);
  }
}

/** What begins with the words comes first, by an index; then what contains them. */
async function search(
  db: Knex,
  kinds: readonly string[],
  q: string,
  limit: number,
): Promise<DirectoryEntity[]> {
  const words = q.trim().toLocaleLowerCase('en-US');
  const compact = compactName(words);
  const found = (title: string, name: string, without: readonly string[]) =>
    entities(db)
      .whereIn('e.kind', [...kinds])
      .where(any => {
        any.whereRaw(isLike('e.search_title'), [title]);
        if (compact) {
          any.orWhereRaw(isLike('e.compact_name'), [name]);
        }
      })
      .whereNotIn('e.entity_ref', [...without])
      .orderBy('e.search_title')
      .orderBy('e.entity_ref')
      .limit(limit - without.length)
      .then(rows => rows.map(toEntity));

  const first = await found(startingWith(words), startingWith(compact), []);
  if (first.length === limit || words === '') {
    return first;
  }
  const then = await found(
    containing(words),
    containing(compact),
    first.map(entity => entity.entityRef),
  );
  return [...first, ...then];
}

function isLike(column: string): string {
  return `${column} like ? escape '\\'`;
}

function startingWith(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}

function containing(text: string): string {
  return `%${startingWith(text)}`;
}

/** `payments-api-prod` → `paymentsapi`, `payments`. */
function shortened(name: string): string[] {
  const parts = name.toLocaleLowerCase('en-US').split(/[-_.\s]+/);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join(''));
}

/** A letter or two begin too many names. */
function isTelling(compact: string): boolean {
  return compact.length >= 3;
}
