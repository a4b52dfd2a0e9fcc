import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { incidentsApiRef } from './api/IncidentsApi';
import { IncidentsClient } from './api/IncidentsClient';
import { createIncidentsQueryClient } from './api/queryClient';
import {
  entityTabRouteRef,
  historyRouteRef,
  incidentRouteRef,
  rootRouteRef,
} from './routes';

/**
 * The plugin for portals on the old frontend system.
 *
 * @public
 */
export const incidentsPlugin = createPlugin({
  id: 'incidents',
  routes: {
    root: rootRouteRef,
    incident: incidentRouteRef,
    entity: entityTabRouteRef,
  },
  externalRoutes: { history: historyRouteRef },
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

/**
 * The card for an entity's overview:
 * `<Grid item md={6} xs={12}><EntityIncidentsCard /></Grid>`.
 *
 * @public
 */
export const EntityIncidentsCard = incidentsPlugin.provide(
  createComponentExtension({
    name: 'EntityIncidentsCard',
    component: {
      lazy: () =>
        import('./entity/card/EntityIncidentsCard').then(
          m => m.EntityIncidentsCard,
        ),
    },
  }),
);

/**
 * The notice of dependencies in trouble, for the top of an entity's overview;
 * renders nothing while all is well:
 * `<Grid item xs={12}><EntityIncidentsNotice /></Grid>`.
 *
 * @public
 */
export const EntityIncidentsNotice = incidentsPlugin.provide(
  createComponentExtension({
    name: 'EntityIncidentsNotice',
    component: {
      lazy: () =>
        import('./entity/notice/EntityIncidentsNotice').then(
          m => m.EntityIncidentsNotice,
        ),
    },
  }),
);

/**
 * The tab *Incidents* of an entity:
 * `<EntityLayout.Route path="/incidents" title="Incidents"><EntityIncidentsContent /></EntityLayout.Route>`.
 *
 * @public
 */
export const EntityIncidentsContent = incidentsPlugin.provide(
  createRoutableExtension({
    name: 'EntityIncidentsContent',
    component: () =>
      import('./entity/tab/EntityIncidentsTab').then(m => m.EntityIncidentsTab),
    mountPoint: entityTabRouteRef,
  }),
);

/**
 * The widget for the home page: what needs my decision, and what is live around
 * my teams.
 *
 * @public
 */
export const HomePageIncidents = incidentsPlugin.provide(
  createCardExtension({
    name: 'HomePageIncidents',
    title: 'Incidents',
    components: () =>
      import('./home/HomeIncidents').then(m => ({ Content: m.HomeIncidents })),
  }),
);
