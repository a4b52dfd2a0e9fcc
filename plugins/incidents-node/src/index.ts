/**
 * What other backend modules plug into the incidents plugin: the extension points
 * for alert sources and for a past to begin with, and the service that tells the
 * time.
 *
 * @packageDocumentation
 */
export * from './alerts';
export * from './now';
export * from './playback';
