import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aReview } from '../../../dev/reviews';
import { renderIncidentsPage } from '../../../dev/renderIncidentsPage';
import { fakeIncidents } from '../../../dev/renderOnEntityPage';

afterEach(() => jest.restoreAllMocks());

describe('the list of reviews', () => {
  it('says of each who writes it, until when and what came of it', async () => {
    renderIncidentsPage(fakeIncidents(), '/reviews');

    const row = await screen.findByRole('row', { name: /session expired/ });
    expect(row).toHaveTextContent(/INC-31/);
    expect(row).toHaveTextContent(/Needed/);
    expect(row).toHaveTextContent(/Nadia Rahman/);
    expect(row).toHaveTextContent(/2 open · 1 overdue/);
    expect(
      within(screen.getByRole('navigation', { name: /Rooms/ })).getByRole(
        'link',
        { current: 'page' },
      ),
    ).toHaveTextContent('Reviews & actions');
  });

  it('says of a draft that it is late', async () => {
    const api = fakeIncidents();
    const incident = await api.incident('INC-29');
    api.reviewed.put(aReview(incident, { status: 'draft' }));
    renderIncidentsPage(api, '/reviews?status=draft');

    const row = await screen.findByRole('row', { name: /out of disk/ });
    expect(row).toHaveTextContent(/overdue 5 d/);
    expect(screen.queryByRole('row', { name: /session expired/ })).toBeNull();
  });

  it('says that nothing matches and clears the filter', async () => {
    const user = userEvent.setup();
    renderIncidentsPage(fakeIncidents(), '/reviews?q=nothing+like+it');

    expect(await screen.findByText('Nothing matches')).toBeVisible();
    const [clear] = screen.getAllByRole('button', { name: 'Clear all' });
    await user.click(clear);
    expect(
      await screen.findByRole('row', { name: /session expired/ }),
    ).toBeVisible();
  });
});
