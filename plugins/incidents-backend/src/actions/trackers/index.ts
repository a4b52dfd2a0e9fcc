export { ActionTrackers } from './ActionTrackers';
export { composeTickets } from './composeTickets';
export { readTrackers } from './settings';
export type { EntityAnnotations } from './TicketDrafts';
export { ACTION_TICKET, TicketKeeper } from './TicketKeeper';
export { TicketStore } from './TicketStore';
