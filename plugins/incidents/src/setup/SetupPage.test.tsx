import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FakeIncidentsApi } from '../../dev/FakeIncidentsApi';
import { finance } from '../../dev/people';
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

const checks = async () =>
  (await screen.findByRole('list', { name: 'How it does' })).textContent;

describe('Setup', () => {
  it('answers five questions at a glance', async () => {
    renderIncidentsPage(api, '/setup');

    const text = await checks();
    expect(text).toContain('Alerts arrive: all right');
    expect(text).toContain('People are told: all right');
    expect(text).toContain('No last-resort group: to mend');
    expect(text).toContain('2 messages not sent: to mend');
    expect(text).toContain('Everything happens on time: all right');
    expect(screen.getByRole('link', { name: /^Setup/ })).toHaveTextContent('2');
  });

  it('says clearly that nobody is told without the notifications plugin', async () => {
    const { checks: all } = await api.setup();
    api.change({
      checks: {
        ...all,
        delivery: { notifications: false, signals: false, lastError: null },
      },
    });
    renderIncidentsPage(api, '/setup');

    expect(
      await screen.findByText('Nobody is told of incidents'),
    ).toBeInTheDocument();
    expect(await checks()).toContain('Nobody is told: to mend');
  });

  it('says that screens are slower without the signals plugin, which is nothing to mend', async () => {
    const { checks: all } = await api.setup();
    api.change({
      checks: {
        ...all,
        lastResortGroup: finance,
        delivery: { notifications: true, signals: false, lastError: null },
      },
    });
    renderIncidentsPage(api, '/setup');

    expect(await checks()).toContain('screens follow every 30 s');
    expect(screen.getByRole('link', { name: /^Setup/ })).toHaveTextContent('1');
  });

  it('says what is late, since when, and what to do', async () => {
    const { checks: all } = await api.setup();
    const since = new Date(Date.now() - 26 * 60_000).toISOString();
    const late = { kind: 'clock-overdue', since, detail: 'update' } as const;
    api.change({
      checks: {
        ...all,
        watchdog: { lookedAt: since, findings: 2, since },
      },
      findings: [
        { ...late, incident: { id: 'id-INC-41', number: 'INC-41' } },
        { kind: 'alerts-waiting', since, detail: '7', incident: null },
      ],
    });
    renderIncidentsPage(api, '/setup');

    expect(await checks()).toContain('2 things are late: to mend');
    expect(await checks()).toMatch(/the first for \d+ min: listed/);
    const card = within(
      await screen.findByRole('region', { name: 'What is late' }),
    );
    const [clock, alerts] = card.getAllByRole('listitem');
    expect(clock).toHaveTextContent('A clock of INC-41 did not go off: update');
    expect(clock).toHaveTextContent(/since .*restart them: nothing is lost/);
    expect(within(clock).getByRole('link', { name: 'INC-41' })).toBeVisible();
    expect(alerts).toHaveTextContent('Messages wait to be processed: 7');
  });

  it('says when nobody watches any more', async () => {
    const { checks: all } = await api.setup();
    const lookedAt = new Date(Date.now() - 26 * 60_000).toISOString();
    api.change({
      checks: { ...all, watchdog: { lookedAt, findings: 0, since: null } },
    });
    renderIncidentsPage(api, '/setup');

    expect(await checks()).toContain('Nobody watches the clocks: to mend');
  });

  it('names what has no usable owner, why, and where it goes instead', async () => {
    renderIncidentsPage(api, '/setup');

    const card = within(
      await screen.findByRole('region', {
        name: 'Entities without a usable owner',
      }),
    );
    const rows = card.getAllByRole('row').map(row => row.textContent);
    expect(rows).toContain(
      'edge-routerno owner, nor has its system or domainUnrouted',
    );
    expect(rows).toContain('invoice-archive“archive” has no membersFinance');
  });

  it('copies the configuration for Alertmanager', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderIncidentsPage(api, '/setup');

    await user.click(
      await screen.findByRole('button', { name: 'Copy: Connect Alertmanager' }),
    );

    expect(write).toHaveBeenCalledWith(
      expect.stringContaining(
        'url: "https://portal.fernway.test/api/incidents/intake/alertmanager"',
      ),
    );
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });

  it('sends again what was given up', async () => {
    const user = userEvent.setup();
    renderIncidentsPage(api, '/setup');

    await user.click(
      await screen.findByRole('button', { name: 'Send all again' }),
    );

    expect(
      await screen.findByText('2 messages are on their way again'),
    ).toBeInTheDocument();
    await waitFor(async () =>
      expect(await checks()).toContain('Everything was sent'),
    );
  });
});
