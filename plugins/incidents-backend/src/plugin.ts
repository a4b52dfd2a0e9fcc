import { createBackendPlugin } from '@backstage/backend-plugin-api';

/**
 * Incident management for the services of the catalog.
 *
 * @public
 */
export const incidentsPlugin = createBackendPlugin({
  pluginId: 'incidents',
  register(env) {
    env.registerInit({ deps: {}, async init() {} });
  },
});
