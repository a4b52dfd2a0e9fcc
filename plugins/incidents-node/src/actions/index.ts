export {
  TrackerBusyError,
  type ActionTracker,
  type Ticket,
  type TicketDraft,
  type TicketState,
} from './ActionTracker';
export {
  incidentsTrackersExtensionPoint,
  type IncidentsTrackersExtensionPoint,
} from './incidentsTrackersExtensionPoint';
