import { isMoreCritical, matrixPriority } from '../incidents/priority';
import type { Impact, Priority, Urgency } from '../incidents/vocabulary';

/**
 * How bad a source says an alert is. What that means for impact and urgency is
 * the installation's own choice.
 * @public
 */
export type AlertSeverity = 'critical' | 'error' | 'warning' | 'info';

/** From the worst to the least. @public */
export const ALERT_SEVERITIES = [
  'critical',
  'error',
  'warning',
  'info',
] as const;

/** What an alert says about the incident it makes. @public */
export interface AlertGrade {
  impact: Impact;
  urgency: Urgency;
}

/**
 * What each severity means where the config does not say otherwise: P2, P2, P3
 * and P5. A machine alone never declares a P1: that takes a person, or a rule
 * that somebody wrote.
 * @public
 */
export const DEFAULT_SEVERITY_GRADES: Record<AlertSeverity, AlertGrade> = {
  critical: { impact: 'high', urgency: 'medium' },
  error: { impact: 'medium', urgency: 'high' },
  warning: { impact: 'medium', urgency: 'medium' },
  info: { impact: 'low', urgency: 'low' },
};

const GRADES: Record<Priority, AlertGrade> = {
  P1: { impact: 'high', urgency: 'high' },
  P2: { impact: 'high', urgency: 'medium' },
  P3: { impact: 'medium', urgency: 'medium' },
  P4: { impact: 'medium', urgency: 'low' },
  P5: { impact: 'low', urgency: 'low' },
};

/** An impact and an urgency that lead to a priority. @public */
export function gradeOfPriority(priority: Priority): AlertGrade {
  return GRADES[priority];
}

/** The priority that a grade leads to, before risks. @public */
export function priorityOfGrade({ impact, urgency }: AlertGrade): Priority {
  return matrixPriority(impact, urgency);
}

/** Whether `a` leads to a more critical priority than `b`. @public */
export function isGradedHigher(a: AlertGrade, b: AlertGrade): boolean {
  return isMoreCritical(priorityOfGrade(a), priorityOfGrade(b));
}
