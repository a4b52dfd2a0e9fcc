/**
 * Recomputes from the timelines what should have happened by now, apart from the
 * engines that should have done it.
 *
 * @packageDocumentation
 */
export { EvidenceReader } from './EvidenceReader';
export { FindingStore } from './FindingStore';
export { readWatchBounds } from './settings';
export { Watchdog } from './Watchdog';
export { createWatchdogMetrics } from './watchdogMetrics';
