import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anIncident } from '../../../dev/incident';
import { bookingApi, paymentsApi, paymentsDb } from '../../../dev/people';
import {
  fakeIncidents,
  NOW,
  renderOnEntityPage,
} from '../../../dev/renderOnEntityPage';
import { incidentsTab } from '../extensions';

async function list() {
  return screen.findByRole('region', { name: 'Incidents' });
}

/** The titles in the list, from above. */
async function titles() {
  const rows = within(await list()).getAllByRole('row');
  return rows.slice(1).map(row => within(row).getByRole('link').textContent);
}

describe("an entity's tab", () => {
  afterEach(() => jest.restoreAllMocks());

  it('says how it stands and lists all that was, newest first', async () => {
    renderOnEntityPage(paymentsApi, [incidentsTab], fakeIncidents());

    expect(
      await screen.findByRole('heading', {
        name: 'One P2 is live. 6 incidents since December 2025.',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('in 12 min').parentElement).toHaveTextContent(
      /^Next update .*, in 12 min$/,
    );
    expect((await titles()).slice(0, 3)).toEqual([
      'Card payments time out for 1 in 5 bookings',
      'Payment latency above 2 s',
      'Bookings fail with “session expired”',
    ]);
    const [, first, , resolved] = within(await list()).getAllByRole('row');
    expect(first).toHaveTextContent('P2INC-41');
    expect(first).toHaveTextContent('38 min so far');
    expect(resolved).toHaveTextContent('Resolved');
    expect(resolved).toHaveTextContent('1 h 36 min');
  });

  it('says of each incident which change caused it', async () => {
    const api = fakeIncidents();
    const incident = await api.incident('INC-41');
    const [change] = incident.changes;
    api.put({ ...incident, causedBy: { ...change, at: change.startedAt } });
    renderOnEntityPage(paymentsApi, [incidentsTab], api);

    const [, first, second] = within(await list()).getAllByRole('row');
    expect(first).toHaveTextContent('caused by payments-db 15.9');
    expect(second).not.toHaveTextContent('caused by');
  });

  it('says what contributed again and again, and leads to those incidents and to what is still to be done', async () => {
    renderOnEntityPage(paymentsDb, [incidentsTab], fakeIncidents());

    const factors = within(
      await screen.findByRole('region', { name: 'What contributed' }),
    );
    await userEvent.click(
      factors.getByRole('button', { name: /^missing-alert 5 incidents/ }),
    );
    expect(factors.getByRole('link', { name: 'INC-33' })).toBeVisible();
    const board = `/incidents/reviews/actions?factor=missing-alert&scope=${encodeURIComponent(paymentsDb.ref)}`;
    expect(
      factors.getByRole('link', { name: '2 open action items' }),
    ).toHaveAttribute('href', board);

    const [first] = within(
      await screen.findByRole('list', { name: '4 open action items' }),
    ).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /^ACT-12 Alert on connections.*In progressTomás Silva9 d overdue$/,
    );
  });

  it('asks the backend for the range and the priorities that are chosen', async () => {
    const api = fakeIncidents();
    const asked = jest.spyOn(api, 'entityHistory');
    renderOnEntityPage(paymentsApi, [incidentsTab], api);
    await list();

    await userEvent.click(screen.getByRole('radio', { name: '90 days' }));
    await userEvent.click(screen.getByRole('button', { name: 'P1' }));

    await screen.findByText('Bookings fail with “session expired”');
    expect(await titles()).toEqual(['Bookings fail with “session expired”']);
    const [, query] = asked.mock.calls[asked.mock.calls.length - 1];
    expect(query.priority).toEqual(['P1']);
    expect(NOW - Date.parse(query.from!)).toBeGreaterThan(89 * 86_400_000);
    expect(NOW - Date.parse(query.from!)).toBeLessThan(92 * 86_400_000);
  });

  it('asks for figures of all that was too, where all is chosen', async () => {
    const api = fakeIncidents();
    const asked = jest.spyOn(api, 'entityHistory');
    renderOnEntityPage(paymentsApi, [incidentsTab], api);
    await list();

    await userEvent.click(screen.getByRole('radio', { name: 'All' }));

    const [, query] = asked.mock.lastCall!;
    expect(Date.parse(query.from!)).toBe(0);
  });

  it('leads back from filters that nothing matches', async () => {
    renderOnEntityPage(paymentsApi, [incidentsTab], fakeIncidents());
    await list();

    await userEvent.click(screen.getByRole('button', { name: 'P5' }));
    expect(
      await screen.findByText('Nothing matches these filters'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));

    expect(await screen.findByRole('table', { name: '' })).toBeVisible();
    expect(await titles()).toHaveLength(6);
  });

  it('goes on to the next page when asked', async () => {
    const api = fakeIncidents();
    const all = await api.entityHistory(paymentsApi.ref, {});
    jest
      .spyOn(api, 'entityHistory')
      .mockImplementation(async (_ref, query) => ({
        ...all,
        items: query.cursor ? all.items.slice(2) : all.items.slice(0, 2),
        nextCursor: query.cursor ? null : 'next',
      }));
    renderOnEntityPage(paymentsApi, [incidentsTab], api);

    expect(await screen.findByText('6, of which 2 shown')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));

    expect(await screen.findByText('6')).toBeVisible();
    expect(await titles()).toHaveLength(6);
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('counts the incidents of each of twelve months', async () => {
    renderOnEntityPage(paymentsApi, [incidentsTab], fakeIncidents());

    const strip = await screen.findByRole('table', {
      name: 'Incidents by month',
    });
    const months = within(strip).getAllByRole('row');
    expect(months).toHaveLength(12);
    expect(months[0]).toHaveTextContent('Dec 20250');
    expect(months[11]).toHaveTextContent('Nov4');
    expect(screen.getByText(/^Not counted: drills and tests/)).toBeVisible();
  });

  it('puts a dependency in trouble before everything else', async () => {
    renderOnEntityPage(bookingApi, [incidentsTab], fakeIncidents());

    expect(await screen.findByRole('note')).toHaveTextContent(
      'payments-api, which booking-api depends on, has a P2.',
    );
  });

  it('says of a service that never had any that this is so', async () => {
    const api = fakeIncidents();
    api.reset([
      anIncident(NOW, { number: 'INC-1', title: 'Elsewhere', age: 9 }),
    ]);
    renderOnEntityPage(paymentsApi, [incidentsTab], api);

    expect(
      await screen.findByText('No incident of payments-api in 12 months'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Report a problem' }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Look further back' }),
    );

    expect(
      await screen.findByText('payments-api has never had an incident'),
    ).toBeVisible();
  });

  it('says when it was last practised what to do when it fails, and where that is written down', async () => {
    const api = fakeIncidents();
    const history = await api.entityHistory(paymentsApi.ref, {});
    const asked = jest.spyOn(api, 'entityHistory').mockResolvedValue({
      ...history,
      lastDrillAt: '2026-07-21T08:00:00.000Z',
    });
    renderOnEntityPage(paymentsApi, [incidentsTab], api);

    const drilled = await screen.findByRole('link', { name: 'Jul 21, 2026' });
    expect(drilled.parentElement).toHaveTextContent(
      'What to do when it fails was last practised on Jul 21, 2026. Without a region',
    );
    expect(
      screen.getByRole('link', { name: /Without a region/ }),
    ).toHaveAttribute('href', 'https://wiki.fernway.test/continuity');

    await userEvent.click(drilled);

    expect(asked).toHaveBeenLastCalledWith(
      paymentsApi.ref,
      expect.objectContaining({
        drills: 'true',
        from: '1970-01-01T00:00:00.000Z',
      }),
    );
  });

  it('lets drills be counted also where nothing else ever was', async () => {
    const api = fakeIncidents();
    const [drill] = (await api.entityHistory(paymentsApi.ref, {})).items;
    const none = { live: [], items: [], total: 0 };
    const some = { live: [], items: [drill], total: 1 };
    const history = await api.entityHistory(bookingApi.ref, {});
    jest
      .spyOn(api, 'entityHistory')
      .mockImplementation(async (_ref, { drills }) => ({
        ...history,
        ...(drills === 'true' ? some : none),
      }));
    renderOnEntityPage(paymentsApi, [incidentsTab], api);

    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: /drills: out/ }),
    );
    await user.click(
      await screen.findByRole('menuitemcheckbox', { name: 'Drills and tests' }),
    );
    await user.keyboard('{Escape}');

    expect(await titles()).toEqual([drill.title]);
  });

  it('says what failed in its own place', async () => {
    const api = fakeIncidents();
    jest
      .spyOn(api, 'entityHistory')
      .mockRejectedValue(Object.assign(new Error('no luck'), { retry: false }));
    api.queryClient.setDefaultOptions({ queries: { retry: false } });
    renderOnEntityPage(paymentsApi, [incidentsTab], api);

    expect(await screen.findByText('no luck')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
