/**
 * Alerts in: kept before they are answered, judged, matched to an entity, and
 * attached to incidents.
 *
 * @packageDocumentation
 */
export { AlertAttachments } from './AlertAttachments';
export { AlertmanagerSource } from './alertmanager/AlertmanagerSource';
export type { AlertProcessor } from './AlertProcessor';
export { AlertSources } from './AlertSources';
export { composeAlerts } from './composeAlerts';
export type { AlertMatch, AlertMatcher, AlertRouting } from './facts';
export { createIntakeRouter, INTAKE_PATH } from './router';
export {
  BODY_LIMIT,
  readAlertsSettings,
  type AlertsSettings,
} from './settings';
