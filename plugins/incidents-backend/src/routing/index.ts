export { EntityContextBuilder, type EntityContext } from './EntityContext';
export { EntityContexts } from './EntityContexts';
export { EntityMatcher, type LabelMatch } from './EntityMatcher';
export { LabelCandidates } from './LabelCandidates';
export { OwnerlessEntities, type Ownerless } from './OwnerlessEntities';
export {
  Rerouter,
  type IncidentsToReroute,
  type IncidentToReroute,
} from './Rerouter';
export { RoutingService } from './RoutingService';
export { readRoutingSettings, type RoutingSettings } from './settings';
export { VisibleCandidates } from './VisibleCandidates';
