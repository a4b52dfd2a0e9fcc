import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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

async function rows() {
  const table = await screen.findByRole('grid');
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent);
}

describe('the archive', () => {
  it('lists all incidents, newest first', async () => {
    renderIncidentsPage(api, '/all');

    expect((await rows())[0]).toContain('Receipts arrive without the VAT line');
  });

  it('takes its filters from the address', async () => {
    renderIncidentsPage(api, '/all?status=resolved&priority=P1,P2');

    expect(await rows()).toEqual([
      expect.stringContaining('Bookings fail with “session expired”'),
    ]);
  });

  it('goes on page by page where there is more', async () => {
    const user = userEvent.setup();
    const incidents = jest.spyOn(api, 'incidents');
    const whole = await api.incidents({ sort: 'newest' });
    incidents.mockImplementation(async ({ cursor }) =>
      cursor
        ? { items: whole.items.slice(2, 4), nextCursor: null }
        : { items: whole.items.slice(0, 2), nextCursor: 'next' },
    );
    renderIncidentsPage(api, '/all');

    expect(await rows()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(async () => expect(await rows()).toHaveLength(4));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('narrows by words, and says when nothing is left', async () => {
    const user = userEvent.setup();
    renderIncidentsPage(api, '/all');

    await user.type(
      await screen.findByRole('searchbox', { name: 'Filter' }),
      'zzz',
    );
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
    await user.click(screen.getAllByRole('button', { name: 'Clear all' })[0]);
    expect((await rows()).length).toBeGreaterThan(5);
  });
});

describe('my reports', () => {
  it('tells the reporter how it stands and lets them reopen it', async () => {
    const user = userEvent.setup();
    const send = jest.spyOn(api, 'send');
    renderIncidentsPage(api, '/all?mine=reported');

    const list = await screen.findByRole('list', { name: 'What you reported' });
    const [open, resolved] = within(list).getAllByRole('listitem');
    expect(open).toHaveTextContent('Dutch confirmation mail has a typo');
    expect(open).toHaveTextContent('No update yet');
    expect(resolved).toHaveTextContent('Normal service since the fix.');

    await user.click(within(resolved).getByRole('button', { name: 'Reopen' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(
      dialog.getByLabelText('What is still wrong?'),
      'Still twice',
    );
    await user.click(dialog.getByRole('button', { name: 'Reopen' }));

    await waitFor(() =>
      expect(send.mock.lastCall?.[1].command).toEqual({
        type: 'reopen',
        reason: 'Still twice',
      }),
    );
  });
});
