import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import { incidentsApiRef } from '../src';
import { IncidentsPage } from '../src/layout/IncidentsPage';
import { rootRouteRef } from '../src/routes';
import type { FakeIncidentsApi } from './FakeIncidentsApi';
import { mei } from './people';

/**
 * Renders the page *Incidents* as Mei of Payments sees it.
 *
 * @param path - below `/incidents`, with a query where it has one
 * @param forbidden - the permissions that Mei has not
 */
export function renderIncidentsPage(
  api: FakeIncidentsApi,
  path = '',
  forbidden: readonly BasicPermission[] = [],
) {
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
      mockApis.permission({
        authorize: ({ permission }) =>
          forbidden.some(({ name }) => name === permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    ],
  });
}
