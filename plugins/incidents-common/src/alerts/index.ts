export {
  alertNameOf,
  groupAlerts,
  type AlertGroup,
  type DifferingLabel,
  type ListedAlert,
} from './alertGroups';
export {
  ALERT_SEVERITIES,
  DEFAULT_SEVERITY_GRADES,
  gradeOfPriority,
  isGradedHigher,
  priorityOfGrade,
  type AlertGrade,
  type AlertSeverity,
} from './severity';
export {
  alertJudge,
  type AlertDisposition,
  type AlertPolicy,
  type AlertRule,
  type AlertVerdict,
  type JudgedAlert,
} from './rules';
export {
  meaningOf,
  type AlertSighting,
  type KnownOccurrence,
  type SightingMeaning,
} from './sighting';
