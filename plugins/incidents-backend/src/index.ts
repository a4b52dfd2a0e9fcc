/**
 * The incidents backend: takes alerts and reports in, routes them to their owner,
 * and carries the response to its end.
 *
 * @packageDocumentation
 */
export { incidentsPlugin as default } from './plugin';
export {
  createIncidentConditionalDecision,
  incidentConditions,
} from './authorization/rules';
export {
  incidentResourceRef,
  type IncidentCriterion,
  type IncidentResource,
} from './authorization/incidentResource';
export { INCIDENTS_TOPIC } from './incidents/IncidentRenderer';
