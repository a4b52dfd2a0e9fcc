import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { mei } from '../dev/people';
import { fakeIncidents } from '../dev/renderOnEntityPage';
import plugin, { incidentsApiRef } from '.';

afterEach(() => {
  jest.restoreAllMocks();
});

it('brings a page whose first room is the inbox', async () => {
  localStorage.clear();
  renderTestApp({
    features: [plugin],
    initialRouteEntries: ['/incidents'],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [incidentsApiRef, fakeIncidents()],
      mockApis.identity({ userEntityRef: mei.ref }),
      mockApis.permission(),
    ],
  });

  expect(
    await screen.findByRole('list', { name: 'Incidents of your teams' }),
  ).toBeInTheDocument();
});
