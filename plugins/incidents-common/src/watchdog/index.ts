export {
  WATCH_BOUNDS,
  type Finding,
  type FindingKind,
  type WatchBounds,
} from './finding';
export { inspectIncident, type IncidentEvidence } from './inspectIncident';
