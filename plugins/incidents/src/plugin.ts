import { createFrontendPlugin } from '@backstage/frontend-plugin-api';

/**
 * Incident management for the services of the catalog.
 *
 * @public
 */
export const incidentsPlugin = createFrontendPlugin({
  pluginId: 'incidents',
  info: { packageJson: () => import('../package.json') },
});
