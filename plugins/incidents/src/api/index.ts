export { incidentsApiRef, type IncidentsApi } from './IncidentsApi';
export { IncidentsClient } from './IncidentsClient';
export { IncidentsSurface } from './IncidentsSurface';
export { createIncidentsQueryClient } from './queryClient';
export * from './errors';
export * from './queries';
export * from './mutations';
export * from './actions';
export * from './reviews';
