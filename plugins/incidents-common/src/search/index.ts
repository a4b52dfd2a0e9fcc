export { INDEXED_TYPES, type IndexedIncident } from './indexed';
