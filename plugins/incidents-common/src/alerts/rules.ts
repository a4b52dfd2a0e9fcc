import type { Impact, Priority, Urgency } from '../incidents/vocabulary';
import { labelMatcher, type LabelMatcher } from './labelMatcher';
import {
  gradeOfPriority,
  isGradedHigher,
  type AlertGrade,
  type AlertSeverity,
} from './severity';

/**
 * What becomes of an alert: an *incident* that tells its owner; a *quiet* one,
 * which waits in the inbox and tells nobody; or it is on *record* and no more.
 * @public
 */
export type AlertDisposition = 'incident' | 'quiet' | 'record';

/** What an installation has decided about alerts with certain labels. @public */
export interface AlertRule {
  /** For people; shown as the reason. */
  name?: string;
  /**
   * Every label named here has to match: exactly, one of a list, or, after a
   * `~`, a regular expression that matches the whole value. A missing label is
   * the same as an empty one.
   */
  match: Record<string, string | readonly string[]>;
  disposition: AlertDisposition;
  /** Instead of what its severity says. */
  impact?: Impact;
  urgency?: Urgency;
  /** Impact and urgency in one word. */
  priority?: Priority;
}

/** How an installation judges alerts. @public */
export interface AlertPolicy {
  /** In order: the first that matches decides. */
  rules: readonly AlertRule[];
  severities: Record<AlertSeverity, AlertGrade>;
}

/** What judging needs to know of an alert. @public */
export interface JudgedAlert {
  severity: AlertSeverity;
  labels: Readonly<Record<string, string>>;
}

/** What becomes of an alert, and why. @public */
export interface AlertVerdict extends AlertGrade {
  disposition: AlertDisposition;
  /** In plain words, naming the rule. */
  reason: string;
}

interface CompiledRule {
  matchers: LabelMatcher[];
  verdict(alert: JudgedAlert): AlertVerdict;
}

const ENVIRONMENT_LABELS = ['env', 'environment', 'stage'];
const PRODUCTION = /^(?:prod|prd|production|live)(?:[-_.\d].*)?$/i;

/** The most that an incident may be that tells nobody. */
const QUIET = gradeOfPriority('P4');

/**
 * Judges alerts by rules. Where none matches, what asks for nothing (severity
 * `info` or `none`, such as a watchdog) and what is not of production is on
 * record only, and all else is an incident.
 *
 * @throws Error naming the rule and the label where a regular expression is none
 * @public
 */
export function alertJudge(
  policy: AlertPolicy,
): (alert: JudgedAlert) => AlertVerdict {
  const rules = policy.rules.map((rule, index) =>
    compiled(rule, index, policy),
  );
  return alert => {
    const rule = rules.find(({ matchers }) =>
      matchers.every(matcher => matcher.matches(alert.labels)),
    );
    return rule ? rule.verdict(alert) : byDefault(alert, policy);
  };
}

function compiled(
  rule: AlertRule,
  index: number,
  policy: AlertPolicy,
): CompiledRule {
  const matchers = Object.entries(rule.match).map(([label, wanted]) =>
    labelMatcher(label, wanted, `rules[${index}].match.${label}`),
  );
  const conditions = matchers.map(matcher => matcher.says).join(', ');
  const reason = [
    `Rule ${index + 1}`,
    ...(rule.name ? [`'${rule.name}'`] : []),
    ...(conditions ? [`(${conditions})`] : []),
  ].join(' ');
  return {
    matchers,
    verdict: ({ severity }) => ({
      disposition: rule.disposition,
      reason,
      ...held(rule.disposition, {
        ...policy.severities[severity],
        ...(rule.priority && gradeOfPriority(rule.priority)),
        ...(rule.impact && { impact: rule.impact }),
        ...(rule.urgency && { urgency: rule.urgency }),
      }),
    }),
  };
}

function byDefault(alert: JudgedAlert, policy: AlertPolicy): AlertVerdict {
  const { severity, labels } = alert;
  const said = labels.severity || severity;
  const grade = policy.severities[severity];
  if (severity === 'info') {
    return {
      disposition: 'record',
      reason: `Severity ${said} asks for nothing to be done`,
      ...grade,
    };
  }
  const elsewhere = ENVIRONMENT_LABELS.find(
    label => labels[label] && !PRODUCTION.test(labels[label]),
  );
  if (elsewhere) {
    return {
      disposition: 'record',
      reason: `${elsewhere} is ${labels[elsewhere]}, not production`,
      ...grade,
    };
  }
  return {
    disposition: 'incident',
    reason: `Severity ${said}, and no rule says otherwise`,
    ...grade,
  };
}

function held(disposition: AlertDisposition, grade: AlertGrade): AlertGrade {
  return disposition === 'quiet' && isGradedHigher(grade, QUIET)
    ? QUIET
    : grade;
}
