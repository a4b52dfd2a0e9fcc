/**
 * The only way to the outside: an outbox that is written with the change, a relay
 * that empties it, and channels. Knows nothing of what it tells; rooms register
 * renderers.
 *
 * @packageDocumentation
 */
export { DeadLetters } from './DeadLetters';
export {
  ChannelNotInstalledError,
  ComeAgainError,
  isNotice,
  type Delivery,
  type DeliveryChannel,
  type OutboxRenderer,
  type RenderedEvent,
  type RenderedMessage,
  type RenderedNotice,
} from './DeliveryChannel';
export { DeliveryStatus } from './DeliveryStatus';
export { EVENTS_CHANNEL, EventsChannel } from './EventsChannel';
export {
  NOTIFICATIONS_CHANNEL,
  NotificationsChannel,
} from './NotificationsChannel';
export { Occupation } from './Occupation';
export type {
  DeadLetter,
  OutboxEntry,
  OutboxKind,
  OutboxMessage,
  OutboxState,
} from './outbox';
export { OutboxClaims } from './OutboxClaims';
export { OutboxMetrics } from './OutboxMetrics';
export { OutboxPruner } from './OutboxPruner';
export { OutboxRecords } from './OutboxRecords';
export { OutboxRelay } from './OutboxRelay';
export { OutboxStore } from './OutboxStore';
export { PluginPresence, type Presence } from './PluginPresence';
export { SignalsHinter } from './SignalsHinter';
