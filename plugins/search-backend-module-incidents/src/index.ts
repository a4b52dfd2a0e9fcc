/**
 * Lets the search of the portal find incidents and reviews.
 *
 * @packageDocumentation
 */
export { searchModuleIncidents as default } from './module';
