import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import { fakeIncidents } from '../../dev/renderOnEntityPage';
import { incidentsApiRef } from '../api/IncidentsApi';
import { NavIcon } from './NavIcon';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('the icon in the navigation', () => {
  it('counts what needs my decision', async () => {
    renderInTestApp(<NavIcon />, {
      apis: [[incidentsApiRef, fakeIncidents()]],
    });

    expect(await screen.findByTitle('8 need a decision')).toHaveAttribute(
      'data-count',
      '8',
    );
  });

  it('stays plain where nothing does, or where it cannot be known', async () => {
    const api = fakeIncidents();
    const inbox = jest.spyOn(api, 'inbox').mockRejectedValue(new Error('no'));
    api.queryClient.setDefaultOptions({ queries: { retry: false } });
    renderInTestApp(<NavIcon />, { apis: [[incidentsApiRef, api]] });

    await waitFor(() => expect(inbox).toHaveBeenCalled());
    expect(screen.queryByTitle(/decision/)).toBeNull();
  });
});
