/**
 * Lets the search of the portal find incidents.
 *
 * @packageDocumentation
 */
export { searchModuleIncidents as default } from './module';
