import { keyManagePermission } from '@linchpin/backstage-plugin-incidents-common';
import { screen } from '@testing-library/react';
import { fakeIncidents } from '../../dev/renderOnEntityPage';
import { renderIncidentsPage } from '../../dev/renderIncidentsPage';

// In a file of its own: what the policy said is remembered for all tests of one.
it('shows no keys to those who may not make any', async () => {
  renderIncidentsPage(fakeIncidents(), '/setup', [keyManagePermission]);

  expect(
    await screen.findByRole('region', { name: 'Sources' }),
  ).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Integration keys' })).toBeNull();
});
