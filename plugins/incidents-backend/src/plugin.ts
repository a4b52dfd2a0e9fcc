import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { incidentsPermissions } from '@linchpin/backstage-plugin-incidents-common';
import {
  alertSourcesExtensionPoint,
  incidentsTrackersExtensionPoint,
  nowServiceRef,
  playbackExtensionPoint,
} from '@linchpin/backstage-plugin-incidents-node';
import { ActionTrackers } from './actions';
import { AlertmanagerSource, AlertSources, INTAKE_PATH } from './alerts';
import { incidentResourceRef } from './authorization/incidentResource';
import { incidentRules } from './authorization/rules';
import { CHANGES_PATH } from './changes';
import { composeBackend } from './composition/backend';
import { keepKeysOutOfUrls } from './keys';
import { Curtain } from './playback/Curtain';
import { PlaybackSlot } from './playback/PlaybackSlot';

/**
 * Incident management for the services of the catalog.
 *
 * @public
 */
export const incidentsPlugin = createBackendPlugin({
  pluginId: 'incidents',
  register(env) {
    keepKeysOutOfUrls();
    const sources = new AlertSources([new AlertmanagerSource()]);
    const trackers = new ActionTrackers();
    const playback = new PlaybackSlot();
    env.registerExtensionPoint(alertSourcesExtensionPoint, sources);
    env.registerExtensionPoint(incidentsTrackersExtensionPoint, trackers);
    env.registerExtensionPoint(playbackExtensionPoint, playback);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        now: nowServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootLifecycle: coreServices.rootLifecycle,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { httpRouter, lifecycle, permissionsRegistry, rootLifecycle } =
          services;
        permissionsRegistry.addPermissions(incidentsPermissions);
        const backend = await composeBackend({
          ...services,
          sources,
          trackers,
          playback: playback.playback,
        });
        permissionsRegistry.addResourceType({
          resourceRef: incidentResourceRef,
          permissions: incidentsPermissions.filter(
            permission => 'resourceType' in permission,
          ),
          rules: Object.values(incidentRules),
          getResources: ids => backend.resources.public(ids),
        });
        const curtain = new Curtain();
        for (const path of [INTAKE_PATH, CHANGES_PATH]) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        httpRouter.use(curtain.wait);
        httpRouter.use(backend.router());
        // Not before the other plugins are there: the catalog fills only then.
        rootLifecycle.addStartupHook(() =>
          backend.start().finally(curtain.raise),
        );
        lifecycle.addShutdownHook(() => backend.stop());
      },
    });
  },
});
