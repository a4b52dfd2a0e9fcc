import {
  isGradedHigher,
  type Actor,
  type AlertGrade,
} from '@linchpin/backstage-plugin-incidents-common';
import type { AssessedAlert, Place } from './AlertAssessor';
import type { Occurrence } from './OccurrenceStore';

/** An occurrence that has to be given an incident. */
export interface Start {
  occurrence: Occurrence;
  assessed: AssessedAlert & { place: Place };
  /** The source's name on screen. */
  sourceTitle: string;
  /** Whether its alert was never heard of before, so that it belongs to nothing yet. */
  isFirst: boolean;
  /** What fired of the same alert until then. */
  follows?: Occurrence;
}

/** Alerts that belong together, the worst first. */
export interface AlertGroup {
  openKey: string;
  starts: Start[];
  /** Of the worst. */
  place: Place;
}

/** In one order everywhere, so that two transactions do not wait for each other. */
export function groupsOf(starts: readonly Start[]): AlertGroup[] {
  const byOpenKey = new Map<string, Start[]>();
  for (const start of starts) {
    const { openKey } = start.assessed.place;
    byOpenKey.set(openKey, [...(byOpenKey.get(openKey) ?? []), start]);
  }
  return [...byOpenKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([openKey, group]) => {
      const worstFirst = [...group].sort(worse);
      return {
        openKey,
        starts: worstFirst,
        place: worstFirst[0].assessed.place,
      };
    });
}

/** The alerts of these starts that were heard of before. */
export function knownAlertsOf(starts: readonly Start[]): string[] {
  return starts
    .filter(({ isFirst }) => !isFirst)
    .map(({ occurrence }) => occurrence.alertId);
}

/** The product acts in the name of the source that sent the alert. */
export function actorOf({ sourceTitle }: { sourceTitle: string }): Actor {
  return { type: 'system', name: sourceTitle };
}

function worse(one: Start, other: Start): number {
  const [a, b] = [one, other].map(
    ({ assessed }): AlertGrade => assessed.verdict,
  );
  if (isGradedHigher(a, b)) {
    return -1;
  }
  return isGradedHigher(b, a) ? 1 : 0;
}
