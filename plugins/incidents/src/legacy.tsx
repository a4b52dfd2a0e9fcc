import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { incidentsApiRef } from './api/IncidentsApi';
import { IncidentsClient } from './api/IncidentsClient';
import { createIncidentsQueryClient } from './api/queryClient';
import { incidentRouteRef, rootRouteRef } from './routes';

/**
 * The plugin for portals on the old frontend system.
 *
 * @public
 */
export const incidentsPlugin = createPlugin({
  id: 'incidents',
  routes: { root: rootRouteRef, incident: incidentRouteRef },
  apis: [
    createApiFactory({
      api: incidentsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) =>
        new IncidentsClient({
          fetchApi,
          queryClient: createIncidentsQueryClient(),
        }),
    }),
  ],
});

/**
 * The page *Incidents*: `<Route path="/incidents" element={<IncidentsPage />} />`.
 *
 * @public
 */
export const IncidentsPage = incidentsPlugin.provide(
  createRoutableExtension({
    name: 'IncidentsPage',
    component: () =>
      import('./layout/IncidentsPage').then(m => m.IncidentsPage),
    mountPoint: rootRouteRef,
  }),
);
