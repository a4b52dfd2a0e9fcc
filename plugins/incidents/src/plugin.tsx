import type {
  ExternalRouteRef,
  RouteRef,
  SubRouteRef,
} from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  type OverridableFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiAlarmWarningLine } from '@remixicon/react';
import { IncidentsClient } from './api/IncidentsClient';
import { incidentsApiRef } from './api/IncidentsApi';
import { createIncidentsQueryClient } from './api/queryClient';
import { entityExtensions } from './entity/extensions';
import { homeExtensions } from './home/extensions';
import { NavIcon } from './layout/NavIcon';
import { searchExtensions } from './search/extensions';
import {
  entityTabRouteRef,
  historyRouteRef,
  incidentRouteRef,
  rootRouteRef,
} from './routes';

const incidentsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: incidentsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) =>
        new IncidentsClient({
          fetchApi,
          queryClient: createIncidentsQueryClient(),
        }),
    }),
});

/** One page for all rooms: an incident's own address lies among those of the tabs. */
const incidentsPage = PageBlueprint.make({
  params: {
    path: '/incidents',
    title: 'Incidents',
    icon: <NavIcon />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () =>
      import('./layout/IncidentsPage').then(m => <m.IncidentsPage />),
  },
});

/**
 * Incident management for the services of the catalog.
 *
 * @public
 */
export const incidentsPlugin: OverridableFrontendPlugin<
  {
    root: RouteRef<undefined>;
    incident: SubRouteRef<{ number: string }>;
    entity: RouteRef<undefined>;
  },
  { history: ExternalRouteRef<undefined, true> }
> = createFrontendPlugin({
  pluginId: 'incidents',
  title: 'Incidents',
  icon: <RiAlarmWarningLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    incident: incidentRouteRef,
    entity: entityTabRouteRef,
  },
  externalRoutes: { history: historyRouteRef },
  extensions: [
    incidentsApi,
    incidentsPage,
    ...entityExtensions,
    ...homeExtensions,
    ...searchExtensions,
  ],
});
