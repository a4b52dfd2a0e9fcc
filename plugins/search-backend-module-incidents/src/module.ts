import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { DocumentCollator } from './DocumentCollator';
import { DOCUMENT_KINDS } from './kinds';
import { readSchedule } from './readSchedule';
import { SearchDocumentsClient } from './SearchDocumentsClient';

/**
 * Lets the search of the portal find incidents and reviews.
 *
 * @public
 */
export const searchModuleIncidents = createBackendModule({
  pluginId: 'search',
  moduleId: 'incidents-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, indexRegistry, scheduler }) {
        const documents = new SearchDocumentsClient({ auth, discovery });
        const schedule = scheduler.createScheduledTaskRunner(
          readSchedule(config),
        );
        for (const kind of DOCUMENT_KINDS) {
          indexRegistry.addCollator({
            schedule,
            factory: new DocumentCollator(documents, kind),
          });
        }
      },
    });
  },
});
