import type { Entity } from '@backstage/catalog-model';
import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { NamedRef } from '@linchpin/backstage-plugin-incidents-common';
import { createIncidentsQueryClient, incidentsApiRef } from '../src/api';
import { rootRouteRef } from '../src/routes';
import { catalogEntities } from './catalog';
import { FakeIncidentsApi } from './FakeIncidentsApi';

/** The time of these tests; the afternoon of a Saturday. */
export const NOW = Date.parse('2026-11-21T14:18:00.000Z');

/** An API over the sample incidents as they stand at {@link NOW}, which stands still. */
export function fakeIncidents(): FakeIncidentsApi {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  return new FakeIncidentsApi(createIncidentsQueryClient(), () => NOW);
}

/** Renders extensions of the plugin on the page of one entity of the sample catalog. */
export function renderOnEntityPage(
  entity: NamedRef,
  extensions: ExtensionDefinition[],
  api: FakeIncidentsApi,
) {
  return renderTestApp({
    extensions: [
      createTestEntityPage({ entity: entityOf(entity) }),
      ...extensions,
    ],
    mountedRoutes: { '/incidents': rootRouteRef },
    apis: [[incidentsApiRef, api]],
  });
}

function entityOf({ ref, title }: NamedRef): Entity {
  const found = catalogEntities.find(
    ({ metadata }) => metadata.title === title,
  );
  if (!found) {
    throw new Error(`The sample catalog has no ${ref}`);
  }
  return found;
}
