/**
 * What other backend modules plug into the incidents plugin: the extension points
 * for alert sources and for a past to begin with, the service that tells the time,
 * and what the incidents of entities amount to, for plugins beside it.
 *
 * @packageDocumentation
 */
export * from './alerts';
export * from './facts';
export * from './now';
export * from './playback';
