import { isMoreCritical } from '../incidents/priority';
import type { Mode, Priority } from '../incidents/vocabulary';
import { PRIORITIES } from '../incidents/vocabulary';
import type { IncidentRecord, Outcome } from './record';

/** Which incidents a figure is about; it can be shown beside the figure. @public */
export interface Selection {
  modes: readonly Mode[];
  outcomes: readonly Outcome[];
  priorities: readonly Priority[];
  /** Whether the priority is the one that it ended with, or the highest that it ever had. */
  byPriority: 'final' | 'highest';
  /** Whether a part of an incident that is counted too is counted with that one or by itself. */
  parts: 'with-the-whole' | 'by-themselves';
}

/**
 * What durations and counts are about: no drills and tests, imported history
 * included, nothing that was no incident or that healed by itself.
 * @public
 */
export const INCIDENTS: Selection = {
  modes: ['real', 'backfill'],
  outcomes: ['live', 'resolved'],
  priorities: PRIORITIES,
  byPriority: 'final',
  parts: 'with-the-whole',
};

/** What the share of false alarms is about: all that came in. @public */
export const ALL_THAT_CAME_IN: Selection = {
  ...INCIDENTS,
  outcomes: ['live', 'resolved', 'recovered', 'dismissed', 'merged'],
};

/**
 * Why an incident is not counted. `suspected`: it was never more than suspected to
 * affect what is asked about. `unrecorded`: its record has yet to be made from its
 * timeline, as for a while after an upgrade.
 * @public
 */
export type LeftOut =
  | Mode
  | Outcome
  | 'part'
  | 'other-priority'
  | 'repeated'
  | 'suspected'
  | 'unrecorded';

/** What is counted, and how many are left out for which reason. @public */
export interface Selected<T> {
  counted: T[];
  leftOut: Partial<Record<LeftOut, number>>;
}

/**
 * The incidents that a selection counts, each once however often it is given, in
 * the order given; and why the others are not among them, each with the first reason
 * of: given before, mode, outcome, part, priority.
 * @public
 */
export function select<T extends IncidentRecord>(
  incidents: readonly T[],
  selection: Selection,
): Selected<T> {
  const given = new Set(incidents.map(({ id }) => id));
  const seen = new Set<string>();
  const counted: T[] = [];
  const leftOut: Selected<T>['leftOut'] = {};
  for (const incident of incidents) {
    const reason = seen.has(incident.id)
      ? 'repeated'
      : reasonAgainst(incident, selection, given);
    seen.add(incident.id);
    if (reason) {
      leftOut[reason] = (leftOut[reason] ?? 0) + 1;
    } else {
      counted.push(incident);
    }
  }
  return { counted, leftOut };
}

function reasonAgainst(
  incident: IncidentRecord,
  selection: Selection,
  given: ReadonlySet<string>,
): LeftOut | undefined {
  const { mode, outcome, parentId } = incident;
  if (!selection.modes.includes(mode)) {
    return mode;
  }
  if (!selection.outcomes.includes(outcome)) {
    return outcome;
  }
  if (
    selection.parts === 'with-the-whole' &&
    parentId !== undefined &&
    given.has(parentId)
  ) {
    return 'part';
  }
  const priority =
    selection.byPriority === 'highest'
      ? highestPriority(incident)
      : incident.priority;
  return selection.priorities.includes(priority) ? undefined : 'other-priority';
}

/** The most critical priority that it ever had. @public */
export function highestPriority({ course }: IncidentRecord): Priority {
  return course.priorities
    .map(({ priority }) => priority)
    .reduce((a, b) => (isMoreCritical(b, a) ? b : a));
}
