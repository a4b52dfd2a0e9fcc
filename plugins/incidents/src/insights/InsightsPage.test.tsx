import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { someInsights } from '../../dev/insights';
import { renderIncidentsPage } from '../../dev/renderIncidentsPage';
import { fakeIncidents, NOW } from '../../dev/renderOnEntityPage';

const region = (name: string) => screen.findByRole('region', { name });

async function insights(
  changes: Partial<ReturnType<typeof someInsights>> = {},
) {
  const api = fakeIncidents();
  const asked = jest
    .spyOn(api, 'insights')
    .mockResolvedValue({ ...someInsights(NOW), ...changes });
  renderIncidentsPage(api, '/insights');
  await region('Not ready');
  return asked;
}

describe('Insights', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is a room of the page and says what its figures are about', async () => {
    await insights();

    expect(screen.getByRole('link', { name: 'Insights' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(
      screen.getByText('of 38 incidents, days in Europe/Berlin'),
    ).toBeVisible();
    expect(
      screen.getByText('Left out: 2 drills, 5 recovered by themselves'),
    ).toBeVisible();
  });

  it('says of how many teams and services it names the first', async () => {
    await insights({
      named: { teams: { n: 3, of: 3 }, services: { n: 100, of: 140 } },
    });

    expect(screen.getByText('the first 100 of 140 services')).toBeVisible();
    expect(screen.queryByText(/the first .* teams/)).toBeNull();
  });

  it('says where the time goes, for each team and together', async () => {
    await insights();

    const time = await region('Where the time goes');
    const [first] = within(time).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /^Payments1 d 16 h: Waiting 13%, Investigating 30%, Fixing 43%, Monitoring 15%$/,
    );
    expect(time).toHaveTextContent(/All teams 2 d 18 h: Waiting 14/);
  });

  it('shows who passes incidents to and fro', async () => {
    await insights();

    const rows = within(await region('Who had it')).getAllByRole('listitem');
    expect(rows.map(row => row.textContent)).toEqual([
      'Payments1 d 16 h, 21 incidents, came 26 times, handed on 5 times',
      'Booking22 h, 15 incidents, came 15 times, handed on 1 time',
      'nobody4 h, 2 incidents, came 2 times, handed on 2 times',
    ]);
  });

  it('says what became of the alerts that fired most often', async () => {
    await insights();

    const [noisiest] = within(await region('Noisiest alerts')).getAllByRole(
      'listitem',
    );
    expect(noisiest).toHaveTextContent(
      'fired 31 times: 9 acted upon, 14 recovered by itself, 8 dismissed',
    );
  });

  it('says which clocks each team kept', async () => {
    await insights();

    const [, payments, , nobody] = within(
      await region('Clocks kept'),
    ).getAllByRole('row');
    expect(payments).toHaveTextContent(/^Payments20 of 21, 95%14 of 17, 82/);
    expect(payments).toHaveTextContent(/p50 7 min, p90 30 min, n = 4$/);
    expect(nobody).toHaveTextContent(/^nobody0 of 2, 0%0 of 0n = 0$/);
  });

  it('lists what is not ready, and how much more there is', async () => {
    await insights();

    const readiness = await region('Not ready');
    expect(readiness).toHaveTextContent(
      'Nobody owns it 1 of 48edge-routerNo runbook is linked 12 of 48receipt-mailerrefund-workerand 10 more',
    );
    expect(
      within(readiness).getByRole('link', { name: 'edge-router' }),
    ).toHaveAttribute('href', '/catalog/default/resource/edge-router');
  });

  it('can be read as tables', async () => {
    await insights();
    const user = userEvent.setup();
    for (const name of ['Where the time goes', 'Who had it', 'Services']) {
      const card = await region(name);
      await user.click(within(card).getByRole('radio', { name: 'Table' }));
      expect(within(card).getAllByRole('row').length).toBeGreaterThan(2);
    }
  });

  it('asks for the time that is chosen', async () => {
    const asked = await insights();
    await userEvent.click(screen.getByRole('radio', { name: '12 months' }));

    const [{ from }] = asked.mock.lastCall!;
    expect(NOW - Date.parse(from!)).toBeGreaterThan(364 * 86_400_000);
  });

  it('says of each figure where there is nothing of it, also in its table', async () => {
    await insights({ noisiest: [] });
    const alerts = await region('Noisiest alerts');

    expect(within(alerts).getByText('Nothing in this time')).toBeVisible();
    await userEvent.click(within(alerts).getByRole('radio', { name: 'Table' }));
    expect(within(alerts).getByText('Nothing in this time')).toBeVisible();
  });

  it('says of durations also what goes on and what is not known', async () => {
    const { teams, ...others } = someInsights(NOW);
    const [{ acknowledge }] = teams;
    await insights({
      ...others,
      teams: [
        {
          ...teams[0],
          acknowledge: { ...acknowledge, censored: 2, missing: 1 },
        },
      ],
    });

    expect(await region('Clocks kept')).toHaveTextContent(
      /n = 4, 2 not yet or never, 1 not known/,
    );
  });

  it('says that nothing happened, and still what is not ready', async () => {
    await insights({ counted: 0, noisiest: [], teams: [], services: [] });

    expect(screen.getByText('Nothing happened in this time')).toBeVisible();
    expect(await region('Not ready')).toBeVisible();
  });

  it('says what failed in its own place and tries again', async () => {
    const api = fakeIncidents();
    api.queryClient.setDefaultOptions({ queries: { retry: false } });
    jest.spyOn(api, 'insights').mockRejectedValueOnce(new Error('no luck'));
    renderIncidentsPage(api, '/insights');

    expect(await screen.findByText('no luck')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await region('Who had it')).toBeVisible();
  });
});
