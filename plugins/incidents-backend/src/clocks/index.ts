/**
 * Durable timers: anything that falls due. Knows nothing of what it fires; rooms
 * register handlers.
 *
 * @packageDocumentation
 */
export { backoffMs } from './backoff';
export { ClockEngine } from './ClockEngine';
export type { ClockHandler, Fired } from './ClockHandler';
export { ClockMetrics } from './ClockMetrics';
export {
  ClockStore,
  type ClaimedClock,
  type ClockChange,
  type DueClock,
} from './ClockStore';
export { clockDifference } from './difference';
export { LEASE } from './lease';
export { WakeLoop } from './WakeLoop';
