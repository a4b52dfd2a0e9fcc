/**
 * What other backend modules plug into the incidents plugin: the extension points
 * for alert sources, for trackers and for a past to begin with, the topic that changes are told
 * on, the service that tells the time, and what the incidents of entities amount
 * to, for plugins beside it.
 *
 * @packageDocumentation
 */
export * from './actions';
export * from './alerts';
export * from './changes';
export * from './facts';
export * from './now';
export * from './playback';
