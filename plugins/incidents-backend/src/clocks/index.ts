/**
 * Durable timers: anything that falls due. Knows nothing of what it fires; rooms
 * register handlers.
 *
 * @packageDocumentation
 */
export { backoffMs } from './backoff';
export { ClockEngine, type ClockHandler, type Fired } from './ClockEngine';
export { ClockMetrics } from './ClockMetrics';
export { ClockStore, type ClockToStart, type DueClock } from './ClockStore';
export { LEASE } from './lease';
export { WakeLoop } from './WakeLoop';
