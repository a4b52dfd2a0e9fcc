/**
 * What is to be done so that an incident does not come again, or not as badly, and
 * whether it is.
 *
 * @packageDocumentation
 */
export * from './vocabulary';
export * from './limits';
export * from './state';
export * from './policy';
export * from './events';
export * from './commands';
export * from './ownership';
export type * from './decision';
export { decideProposal } from './proposing';
export { decideAction } from './decide';
export * from './evolve';
export { takesBackOfAction } from './takesBack';
export { ticketStateOf, type ActionTicket } from './tickets';
export * from './clocks';
export * from './notices';
export * from './isLike';
export * from './recurrences';
export * from './followThrough';
