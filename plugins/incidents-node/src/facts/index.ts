export {
  incidentFactsServiceRef,
  type IncidentFactsService,
} from './incidentFactsServiceRef';
