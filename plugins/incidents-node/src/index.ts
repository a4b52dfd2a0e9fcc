/**
 * What other backend modules plug into the incidents plugin: the extension point
 * for alert sources, and the service that tells the time.
 *
 * @packageDocumentation
 */
export * from './alerts';
export * from './now';
