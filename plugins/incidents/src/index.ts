export { incidentsPlugin as default } from './plugin';
export { incidentsApiRef, type IncidentsApi } from './api';
