import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { incidentsApiRef } from '../src';
import { IncidentsPage } from '../src/layout/IncidentsPage';
import { rootRouteRef } from '../src/routes';
import type { FakeIncidentsApi } from './FakeIncidentsApi';
import { mei } from './people';

/**
 * Renders the page *Incidents* as Mei of Payments sees it.
 *
 * @param path - below `/incidents`, with a query where it has one
 */
export function renderIncidentsPage(api: FakeIncidentsApi, path = '') {
  return renderInTestApp(<IncidentsPage />, {
    mountPath: '/incidents/*',
    initialRouteEntries: [`/incidents${path}`],
    mountedRoutes: {
      '/incidents': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [incidentsApiRef, api],
      mockApis.identity({ userEntityRef: mei.ref }),
      mockApis.permission(),
    ],
  });
}
