import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { fakeIncidents } from '../../dev/renderOnEntityPage';
import { incidentsApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { HomeIncidents } from './HomeIncidents';

function home(api = fakeIncidents()) {
  renderInTestApp(<HomeIncidents />, {
    apis: [[incidentsApiRef, api]],
    mountedRoutes: { '/incidents': rootRouteRef },
  });
}

describe('the widget of the home page', () => {
  afterEach(() => jest.restoreAllMocks());

  it('shows what waits for a decision of mine, apart from what is in hand', async () => {
    home();
    const decisions = await screen.findByRole('region', {
      name: /^Needs your decision/,
    });
    const live = screen.getByRole('region', {
      name: /^Live around your teams/,
    });

    expect(
      within(decisions).getByRole('link', {
        name: 'Payout file rejected by the bank',
      }),
    ).toHaveAttribute('href', '/incidents/INC-40');
    expect(decisions).toHaveTextContent('Overdue 6 min');
    expect(
      within(live).getByRole('link', {
        name: 'Card payments time out for 1 in 5 bookings',
      }),
    ).toBeInTheDocument();
    expect(live).toHaveTextContent('Update in 12 min');
    expect(
      screen.getByRole('link', { name: /^Open the inbox/ }),
    ).toHaveAttribute('href', '/incidents');
  });

  it('says that nothing waits', async () => {
    const api = fakeIncidents();
    api.reset([]);
    home(api);

    expect(await screen.findByText('Nothing needs you')).toBeInTheDocument();
  });

  it('says to somebody without a team why it is empty', async () => {
    const api = fakeIncidents();
    api.reset([]);
    const empty = await api.inbox({});
    jest.spyOn(api, 'inbox').mockResolvedValue({ ...empty, teams: [] });
    home(api);

    expect(await screen.findByText('You are in no team')).toBeInTheDocument();
  });
});
