import { screen, waitFor, within } from '@testing-library/react';
import type { FakeIncidentsApi } from '../../../dev/FakeIncidentsApi';
import { part, renderIncident } from '../../../dev/renderIncident';
import { fakeIncidents } from '../../../dev/renderOnEntityPage';

let api: FakeIncidentsApi;

beforeEach(() => {
  api = fakeIncidents();
});

afterEach(() => {
  jest.restoreAllMocks();
  sessionStorage.clear();
});

describe('what is out of the ordinary', () => {
  it('offers what an unrouted incident may be about', async () => {
    const { user } = await renderIncident(api, 'INC-42');

    expect(screen.getByText('Nobody answers for this yet')).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'payments-api, Payments' }),
    );

    await waitFor(() =>
      expect(screen.queryByText('Nobody answers for this yet')).toBeNull(),
    );
    expect(
      screen.getAllByRole('link', { name: 'payments-api' })[0],
    ).toHaveAttribute('href', '/catalog/default/component/payments-api');
  });

  it('says that promised news are late', async () => {
    await renderIncident(api, 'INC-39');

    expect(screen.getByText(/^An update was promised for/)).toBeInTheDocument();
    expect(screen.getByText(/^It is 4 min late/)).toBeInTheDocument();
  });

  it('says what an incident on hold waits for', async () => {
    await renderIncident(api, 'INC-36');

    expect(
      screen.getByText('On hold, waiting for a vendor'),
    ).toBeInTheDocument();
    expect(part('Now')).toHaveTextContent('Resumes from hold1 h 40 min');
  });

  it('proposes to watch or to resolve when all alerts have ended', async () => {
    const { user } = await renderIncident(api, 'INC-102');

    expect(screen.getByText('DRILL')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Start monitoring' }));

    const rail = await screen.findByRole('list', { name: 'Status' });
    await waitFor(() =>
      expect(
        within(rail).getByText('Monitoring').closest('li'),
      ).toHaveAttribute('aria-current', 'step'),
    );
  });

  it('leads from a merged incident to the one that goes on', async () => {
    await renderIncident(api, 'INC-104');

    expect(screen.getByRole('link', { name: 'INC-41' })).toHaveAttribute(
      'href',
      '/incidents/INC-41',
    );
    expect(screen.getByText(/It can be undone until/)).toBeInTheDocument();
  });

  it('marks what is private and what recurs', async () => {
    await renderIncident(api, 'INC-101');

    expect(screen.getByText('Private')).toBeInTheDocument();
    expect(screen.getByText(/again, after/)).toHaveTextContent('INC-18');
  });

  it('lets a closed incident be, and reports what happens again as one of its own', async () => {
    api.put({
      ...(await api.incident('INC-41')),
      status: 'closed',
      closedAt: '2026-11-21T12:00:00.000Z',
    });
    const { user } = await renderIncident(api, 'INC-41');
    const declare = jest.spyOn(api, 'declare');

    await user.click(screen.getByRole('button', { name: 'Report it again' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(
      dialog.getByRole('textbox', { name: 'What is wrong?' }),
      'Cards time out again{Enter}',
    );

    await waitFor(() =>
      expect(declare).toHaveBeenCalledWith(
        expect.objectContaining({
          title: 'Cards time out again',
          recurrenceOf: 'INC-41',
        }),
      ),
    );
  });
});
