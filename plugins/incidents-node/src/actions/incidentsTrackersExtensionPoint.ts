import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ActionTracker } from './ActionTracker';

/**
 * Where modules of the incidents plugin add trackers that action items may have
 * tickets in.
 * @public
 */
export interface IncidentsTrackersExtensionPoint {
  /**
   * Adds a tracker.
   *
   * @throws ConflictError where another tracker has its id already.
   * @throws InputError where its id is not made of lower-case letters, digits
   * and dashes.
   */
  addTracker(tracker: ActionTracker): void;
}

/**
 * The {@link IncidentsTrackersExtensionPoint}.
 *
 * @example
 * ```ts
 * export default createBackendModule({
 *   pluginId: 'incidents',
 *   moduleId: 'gitlab-issues',
 *   register(env) {
 *     env.registerInit({
 *       deps: {
 *         config: coreServices.rootConfig,
 *         trackers: incidentsTrackersExtensionPoint,
 *       },
 *       async init({ config, trackers }) {
 *         trackers.addTracker(new GitlabTracker(config));
 *       },
 *     });
 *   },
 * });
 * ```
 * @public
 */
export const incidentsTrackersExtensionPoint =
  createExtensionPoint<IncidentsTrackersExtensionPoint>({
    id: 'incidents.trackers',
  });
