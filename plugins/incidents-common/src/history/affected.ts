import type { AffectedLevel, Instant } from '../incidents/vocabulary';
import { watchedUntil, type IncidentFacts } from './record';
import { unionOf, upTo, type Period } from './spans';

/** How sure one must be that an entity was affected: what was only suspected is not. @public */
export const AFFECTED: readonly AffectedLevel[] = [
  'root',
  'confirmed',
  'recovered',
];

/**
 * Whether an incident belongs to the history of at least one of these entities.
 * @public
 */
export function affects(
  { entities }: Pick<IncidentFacts, 'entities'>,
  entityRefs: ReadonlySet<string>,
  levels: readonly AffectedLevel[] = AFFECTED,
): boolean {
  return entities.some(
    ({ ref, level }) => entityRefs.has(ref) && levels.includes(level),
  );
}

/**
 * When an incident affected at least one of these entities: its impact windows, for
 * what has recovered up to then. An entity that recovered and was affected again
 * counts as affected throughout.
 * @public
 */
export function impactOn(
  facts: Pick<IncidentFacts, 'entities' | 'impactWindows' | 'knownUntil'>,
  entityRefs: ReadonlySet<string>,
  now: Instant,
  levels: readonly AffectedLevel[] = AFFECTED,
): Period[] {
  const affected = facts.entities.filter(
    ({ ref, level }) => entityRefs.has(ref) && levels.includes(level),
  );
  if (affected.length === 0) {
    return [];
  }
  const windows = upTo(watchedUntil(facts, now), facts.impactWindows);
  return unionOf(
    affected.flatMap(({ level, since }) =>
      level === 'recovered' ? upTo(since, windows) : windows,
    ),
  );
}
