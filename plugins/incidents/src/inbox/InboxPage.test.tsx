import { NotAllowedError, ResponseError } from '@backstage/errors';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FakeIncidentsApi } from '../../dev/FakeIncidentsApi';
import { anIncident } from '../../dev/incident';
import { invoiceWorker } from '../../dev/people';
import { fakeIncidents, NOW } from '../../dev/renderOnEntityPage';
import { renderIncidentsPage } from '../../dev/renderIncidentsPage';
import { keys } from '../api/keys';

const FIRST = 'Card payments time out for 1 in 5 bookings';
const SECOND = 'Payout file rejected by the bank';
const THIRD = 'Refund queue grows faster than it drains';

let api: FakeIncidentsApi;

beforeEach(() => {
  localStorage.clear();
  api = fakeIncidents();
});

afterEach(() => {
  jest.restoreAllMocks();
});

const list = () =>
  screen.findByRole('list', { name: 'Incidents of your teams' });

async function titles() {
  const rows = within(await list()).getAllByRole('listitem');
  return rows.map(row => within(row).getByRole('link').textContent);
}

async function current() {
  const rows = within(await list()).getAllByRole('listitem');
  return rows
    .filter(row => row.getAttribute('aria-current') === 'true')
    .map(row => within(row).getByRole('link').textContent);
}

async function shown() {
  const user = userEvent.setup();
  renderIncidentsPage(api);
  await list();
  return user;
}

describe('the inbox', () => {
  it('lists what my teams own, most urgent first, and says why each is here', async () => {
    await shown();

    expect((await titles()).slice(0, 3)).toEqual([FIRST, SECOND, THIRD]);
    const rows = within(await list()).getAllByRole('listitem');
    expect(rows[0]).toHaveTextContent('Fixing: you follow it');
    expect(rows[1]).toHaveTextContent('Overdue 6 min');
    expect(rows[1]).toHaveTextContent('Passed on twice');
    expect(rows[2]).toHaveTextContent('Payments owns it');
    expect(rows[2]).toHaveTextContent('Acknowledge in 21 min');
  });

  it('counts what needs a decision on the tab and in each view', async () => {
    await shown();

    expect(screen.getByRole('link', { name: /^Inbox/ })).toHaveTextContent('8');
    expect(screen.getByRole('radio', { name: /My teams/ })).toHaveTextContent(
      '7',
    );
    expect(screen.getByRole('radio', { name: /Unrouted/ })).toHaveTextContent(
      '1',
    );
  });

  it('moves with j and k, and looks at what is moved to', async () => {
    const user = await shown();

    await user.keyboard('jj');
    expect(await current()).toEqual([THIRD]);
    expect(
      await screen.findByRole('region', { name: 'Preview of INC-43' }),
    ).toHaveTextContent('1,840 refunds wait');

    await user.keyboard('k');
    expect(await current()).toEqual([SECOND]);
    expect(screen.getByRole('link', { name: SECOND })).toHaveFocus();
  });

  it('goes from the row into its preview with Enter', async () => {
    const user = await shown();

    await user.keyboard('jj');
    const preview = await screen.findByRole('region', {
      name: 'Preview of INC-43',
    });
    await within(preview).findByRole('button', { name: 'Acknowledge' });
    await user.keyboard('{Enter}');

    expect(
      within(preview).getByRole('button', { name: 'Acknowledge' }),
    ).toHaveFocus();
  });

  it('leaves Enter to what it is pressed on', async () => {
    const user = await shown();

    screen.getByRole('link', { name: /^Live/ }).focus();
    await user.keyboard('{Enter}');

    expect(
      await screen.findByRole('list', { name: 'Live incidents of all teams' }),
    ).toBeInTheDocument();
  });

  it('takes an incident with a', async () => {
    const user = await shown();

    await user.keyboard('jja');

    expect(await screen.findByText('You lead INC-43 now')).toBeInTheDocument();
    await waitFor(async () =>
      expect((await api.incident('INC-43')).leadRef).toBe('user:default/mei'),
    );
  });

  it('dismisses with d, goes on to the next row and offers to undo', async () => {
    const user = await shown();
    const send = jest.spyOn(api, 'send');

    await user.keyboard('jjd');
    const dialog = await screen.findByRole('dialog', {
      name: 'Dismiss INC-43',
    });
    await user.click(
      within(dialog).getByRole('radio', { name: 'False alarm' }),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Dismiss' }));

    await waitFor(async () => expect(await titles()).not.toContain(THIRD));
    expect(await current()).toEqual(['Receipts arrive without the VAT line']);

    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(send).toHaveBeenLastCalledWith(
        'id-INC-43',
        expect.objectContaining({ command: { type: 'undo' } }),
      ),
    );
  });

  it('opens the page with o and comes to the filter with /', async () => {
    const user = await shown();

    await user.keyboard('/');
    expect(screen.getByRole('searchbox', { name: 'Filter' })).toHaveFocus();
    await user.keyboard('jjj');
    expect(screen.getByRole('searchbox', { name: 'Filter' })).toHaveValue(
      'jjj',
    );
    await user.clear(screen.getByRole('searchbox', { name: 'Filter' }));
    act(() => (document.activeElement as HTMLElement).blur());

    expect(await current()).toEqual([FIRST]);
    await user.keyboard('o');
    expect(
      await screen.findByRole('heading', { name: FIRST }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('list', { name: /teams/ })).toBeNull();
  });

  it('leaves the keys alone when they are switched off', async () => {
    const user = await shown();

    await user.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'All keys' });
    expect(dialog).toHaveTextContent('Post update');
    await user.click(
      within(dialog).getByRole('switch', { name: 'Single-letter keys' }),
    );
    await user.keyboard('{Escape}');
    await user.keyboard('d');

    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('gives one verdict to all rows that are selected', async () => {
    const user = await shown();
    const sendToAll = jest.spyOn(api, 'sendToAll');

    await user.keyboard('jxjx');
    expect(screen.getByText('2 selected')).toBeInTheDocument();
    await user.keyboard('d');
    const dialog = await screen.findByRole('dialog', {
      name: 'Dismiss 2 incidents',
    });
    await user.click(
      within(dialog).getByRole('radio', { name: 'Reported twice' }),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Dismiss' }));

    await waitFor(() =>
      expect(sendToAll).toHaveBeenCalledWith(
        expect.objectContaining({
          ids: ['id-INC-40', 'id-INC-43'],
          command: expect.objectContaining({ reason: 'duplicate-report' }),
        }),
      ),
    );
    await waitFor(async () => expect(await titles()).not.toContain(SECOND));
  });

  it('lets new rows wait behind a chip, and shows them with r', async () => {
    const user = await shown();
    await user.keyboard('jj');
    const before = await titles();

    api.put(
      anIncident(NOW, {
        number: 'INC-50',
        age: 0,
        title: 'Invoices are empty',
        impact: 'high',
        urgency: 'high',
        entity: invoiceWorker,
      }),
    );
    await act(() => api.queryClient.invalidateQueries({ queryKey: keys.all }));

    expect(await screen.findByText('1 new')).toBeInTheDocument();
    expect(await titles()).toEqual(before);
    expect(await current()).toEqual([THIRD]);

    await user.keyboard('r');
    expect((await titles())[0]).toBe('Invoices are empty');
    expect(await current()).toEqual([THIRD]);
    expect(screen.queryByText('1 new')).toBeNull();
  });

  it('keeps what is still to be done because of incidents in one line below them', async () => {
    renderIncidentsPage(api);
    const mine = await screen.findByRole('region', {
      name: 'Action items of mine and my teams',
    });
    expect(within(mine).getByText('1 overdue')).toBeVisible();

    await userEvent.click(
      within(mine).getByRole('button', { name: /3 open action items/ }),
    );

    expect(within(mine).getByText('9 d overdue')).toBeVisible();
    expect(within(mine).getByRole('link', { name: 'ACT-12' })).toBeVisible();
  });

  it('keeps the filter in the address', async () => {
    renderIncidentsPage(api, '?view=unrouted');

    expect(
      await screen.findByRole('link', {
        name: 'Blackbox probe fails for pay-gw',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /Unrouted/ })).toBeChecked();
    expect(
      await screen.findByRole('button', { name: 'Assign entity' }),
    ).toBeInTheDocument();
  });

  it('says who may only look, and lets them follow', async () => {
    const incident = await api.incident('INC-43');
    jest.spyOn(api, 'incident').mockResolvedValue({
      ...incident,
      viewer: { ...incident.viewer, commands: ['follow', 'report-affected'] },
    });
    renderIncidentsPage(api, '?at=INC-43');

    const preview = within(
      await screen.findByRole('region', { name: 'Preview of INC-43' }),
    );
    expect(
      await preview.findByText(/You may look at it and follow it/),
    ).toBeInTheDocument();
    expect(preview.getByRole('button', { name: 'Follow' })).toBeInTheDocument();
    expect(preview.queryByRole('button', { name: /Acknowledge/ })).toBeNull();
    const send = jest.spyOn(api, 'send');
    await userEvent.keyboard('a');
    expect(send).not.toHaveBeenCalled();
  });

  it('says that all is quiet, and of whom', async () => {
    api.reset([]);
    renderIncidentsPage(api);

    expect(await screen.findByText('All quiet')).toBeInTheDocument();
    expect(
      screen.getByText('No incident of Payments is open.'),
    ).toBeInTheDocument();
  });

  it('says when the filter is too narrow, and widens it', async () => {
    const user = userEvent.setup();
    renderIncidentsPage(api, '?q=nothing-like-this');

    await user.click(
      await screen.findByRole('button', { name: 'Clear the filter' }),
    );
    expect(await titles()).toContain(FIRST);
  });

  it('shows what failed in its place, and tries again', async () => {
    const user = userEvent.setup();
    const inbox = jest
      .spyOn(api, 'inbox')
      .mockRejectedValue(new NotAllowedError('The database sleeps'));
    api.queryClient.setDefaultOptions({ queries: { retry: false } });
    renderIncidentsPage(api);

    expect(await screen.findByText('The database sleeps')).toBeInTheDocument();
    inbox.mockRestore();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await titles()).toContain(FIRST);
  });

  it('says in words what is forbidden', async () => {
    const forbidden = await ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: { name: 'NotAllowedError', message: 'no' },
          response: { statusCode: 403 },
        }),
        { status: 403, headers: { 'Content-Type': 'application/json' } },
      ) as never,
    );
    jest.spyOn(api, 'inbox').mockRejectedValue(forbidden);
    renderIncidentsPage(api);

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
  });

  it('leads through the first steps, which tick themselves, and goes for good', async () => {
    const user = await shown();
    const tour = await screen.findByRole('region', { name: 'First steps' });
    expect(within(tour).getAllByRole('listitem')[0]).toHaveAttribute(
      'aria-current',
      'step',
    );

    await waitFor(() =>
      expect(within(tour).queryByLabelText('done')).toBeNull(),
    );
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    api.put(
      anIncident(Date.now(), {
        number: 'INC-51',
        age: -10_000_000,
        title: 'A first alert',
        entity: invoiceWorker,
      }),
    );
    await act(() => api.queryClient.invalidateQueries({ queryKey: keys.all }));
    expect(await within(tour).findByLabelText('done')).toBeInTheDocument();

    await user.click(within(tour).getByRole('button', { name: /^Take it/ }));
    expect(
      await screen.findByRole('region', { name: 'Preview of INC-51' }),
    ).toBeInTheDocument();

    await user.click(
      within(tour).getByRole('button', { name: 'Dismiss the tour' }),
    );
    expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull();
  });
});
