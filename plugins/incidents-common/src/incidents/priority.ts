import type { Impact, Priority, Risk, Urgency } from './vocabulary';
import { PRIORITIES, RISKS } from './vocabulary';

/**
 * The 3 × 3 matrix of impact and urgency that ITIL-based tools share.
 * Source: ServiceNow product documentation, "Priority lookup rules".
 */
const MATRIX: Record<Impact, Record<Urgency, Priority>> = {
  high: { high: 'P1', medium: 'P2', low: 'P3' },
  medium: { high: 'P2', medium: 'P3', low: 'P4' },
  low: { high: 'P3', medium: 'P4', low: 'P5' },
};

/** What a priority is derived from. @public */
export interface PriorityFacts {
  impact: Impact;
  urgency: Urgency;
  risks: readonly Risk[];
  /** A person's choice against the matrix; it always carries a reason. */
  override?: Priority;
}

/**
 * Impact × urgency, raised one step by any risk and never above P1. An override
 * stands as it was chosen.
 * @public
 */
export function priorityOf(facts: PriorityFacts): Priority {
  if (facts.override) {
    return facts.override;
  }
  const matrix = matrixPriority(facts.impact, facts.urgency);
  return facts.risks.length > 0 ? raised(matrix) : matrix;
}

/** The priority before risks and override. @public */
export function matrixPriority(impact: Impact, urgency: Urgency): Priority {
  return MATRIX[impact][urgency];
}

/** Whether `a` is more critical than `b`. @public */
export function isMoreCritical(a: Priority, b: Priority): boolean {
  return PRIORITIES.indexOf(a) < PRIORITIES.indexOf(b);
}

/** P1 and P2 are major: people are told at once and a person closes them. @public */
export function isMajor(priority: Priority): boolean {
  return priority === 'P1' || priority === 'P2';
}

/** Each risk once, in the order in which they are always named. */
export function risksInOrder(risks: readonly Risk[]): Risk[] {
  return RISKS.filter(risk => risks.includes(risk));
}

function raised(priority: Priority): Priority {
  return PRIORITIES[Math.max(0, PRIORITIES.indexOf(priority) - 1)];
}
