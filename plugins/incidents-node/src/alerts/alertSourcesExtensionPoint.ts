import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { AlertSource } from './AlertSource';

/**
 * Where modules of the incidents plugin add what alerts can come from.
 * @public
 */
export interface AlertSourcesExtensionPoint {
  /**
   * Adds a source.
   *
   * @throws ConflictError where another source has its id already.
   * @throws InputError where its id is not made of lower-case letters, digits
   * and dashes.
   */
  addSource(source: AlertSource): void;
}

/**
 * The {@link AlertSourcesExtensionPoint}.
 *
 * @example
 * ```ts
 * export default createBackendModule({
 *   pluginId: 'incidents',
 *   moduleId: 'nagios',
 *   register(env) {
 *     env.registerInit({
 *       deps: { alertSources: alertSourcesExtensionPoint },
 *       async init({ alertSources }) {
 *         alertSources.addSource(new NagiosSource());
 *       },
 *     });
 *   },
 * });
 * ```
 * @public
 */
export const alertSourcesExtensionPoint =
  createExtensionPoint<AlertSourcesExtensionPoint>({
    id: 'incidents.alert-sources',
  });
