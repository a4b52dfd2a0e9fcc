import { screen, within } from '@testing-library/react';
import type { FakeIncidentsApi } from '../../dev/FakeIncidentsApi';
import { fakeIncidents } from '../../dev/renderOnEntityPage';
import { renderIncidentsPage } from '../../dev/renderIncidentsPage';

let api: FakeIncidentsApi;

beforeEach(() => {
  localStorage.clear();
  api = fakeIncidents();
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('Live', () => {
  it('shows what is under way in all teams, most urgent first, with what is being done', async () => {
    renderIncidentsPage(api, '/live');

    const list = await screen.findByRole('list', {
      name: 'Live incidents of all teams',
    });
    const [first] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('P1');
    expect(first).toHaveTextContent('Booking');
    expect(first).toHaveTextContent('Sam Okafor leads');
    expect(first).toHaveTextContent('Comparing the two last releases.');
    expect(first).toHaveTextContent('Overdue 4 min');
    expect(screen.getByText('10 under way')).toBeInTheDocument();
  });

  it('says that nothing is going on', async () => {
    api.reset([]);
    renderIncidentsPage(api, '/live');

    expect(
      await screen.findByText('No incident is under way in any team.'),
    ).toBeInTheDocument();
  });

  it('says what failed', async () => {
    jest.spyOn(api, 'incidents').mockRejectedValue(new Error('No network'));
    api.queryClient.setDefaultOptions({ queries: { retry: false } });
    renderIncidentsPage(api, '/live');

    expect(await screen.findByText('No network')).toBeInTheDocument();
  });
});
