import { ResponseError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { setupReadPermission } from '@linchpin/backstage-plugin-incidents-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FakeIncidentsApi } from '../../dev/FakeIncidentsApi';
import { fakeIncidents } from '../../dev/renderOnEntityPage';
import { renderIncidentsPage } from '../../dev/renderIncidentsPage';
import { incidentsApiRef, IncidentsSurface } from '../api';
import { rootRouteRef } from '../routes';
import { KeysCard } from './KeysCard';

const SECRET = `linchpin_key_${'0123456789'.repeat(4)}`;

let api: FakeIncidentsApi;

beforeEach(() => {
  localStorage.clear();
  api = fakeIncidents();
});

afterEach(() => {
  jest.restoreAllMocks();
});

function renderCard() {
  renderInTestApp(
    <IncidentsSurface>
      <KeysCard />
    </IncidentsSurface>,
    {
      apis: [[incidentsApiRef, api]],
      mountedRoutes: {
        '/incidents': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

const card = async () =>
  within(await screen.findByRole('region', { name: 'Integration keys' }));
const rows = async () =>
  (await card())
    .findAllByRole('listitem')
    .then(items => items.map(item => item.textContent));

async function refused(status: number, text: string): Promise<Error> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message: text },
        response: { statusCode: status },
      }),
      { status, headers: { 'Content-Type': 'application/json' } },
    ) as never,
  );
}

/** Fills the dialog in and makes the key. */
async function makeKey(user: ReturnType<typeof userEvent.setup>) {
  await user.click(
    await (await card()).findByRole('button', { name: 'New key' }),
  );
  await user.type(
    await screen.findByRole('textbox', { name: 'Name' }),
    'Staging cluster',
  );
  await user.click(screen.getByRole('button', { name: 'Create key' }));
}

describe('Integration keys', () => {
  it('are listed with what they are for, their last use and who made them', async () => {
    renderCard();

    expect(await rows()).toEqual([
      expect.stringMatching(
        /^Load test for payments-apiAlertmanager · never used · made by Mei Tanaka, .*Revoke$/,
      ),
      expect.stringMatching(
        /^Production cluster for PaymentsAlertmanager · last used 2 min ago · made by Nadia Rahman, .*Revoke$/,
      ),
      expect.stringMatching(
        /^Old cluster for PaymentsAlertmanager · revoked by Nadia Rahman, .* · made by Tomás Silva, [^R]*$/,
      ),
    ]);
  });

  it('say what is wrong before anything is sent', async () => {
    const user = userEvent.setup();
    const create = jest.spyOn(api, 'createKey');
    api.keys.change({ groups: [] });
    renderCard();
    await user.click(
      await (await card()).findByRole('button', { name: 'New key' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Create key' }));
    expect(await screen.findByText('Give it a name')).toBeInTheDocument();

    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Cluster');
    await user.click(screen.getByRole('button', { name: 'Create key' }));
    expect(await screen.findByText('Choose a team')).toBeInTheDocument();
    expect(create).not.toHaveBeenCalled();
  });

  it('are shown once, with the configuration in each of the three forms', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    const create = jest.spyOn(api, 'createKey');
    renderCard();
    await makeKey(user);

    expect(
      await screen.findByText('Copy it now: it is shown this once'),
    ).toBeInTheDocument();
    expect(create).toHaveBeenCalledWith({
      name: 'Staging cluster',
      source: 'alertmanager',
      for: 'group:default/payments',
    });
    await user.click(screen.getByRole('button', { name: 'Copy: Key' }));
    expect(write).toHaveBeenLastCalledWith(SECRET);
    for (const [form, config] of [
      ['Bearer', `authorization:\n            credentials: "${SECRET}"`],
      ['Password', `password: "${SECRET}"`],
      ['In the URL', `/intake/alertmanager/${SECRET}"`],
    ]) {
      await user.click(screen.getByRole('radio', { name: form }));
      await user.click(
        screen.getByRole('button', { name: 'Copy: Configuration' }),
      );
      expect(write).toHaveBeenLastCalledWith(expect.stringContaining(config));
    }

    await user.keyboard('{Escape}');
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(async () => expect(await rows()).toHaveLength(4));
    expect(document.body.textContent).not.toContain(SECRET);
  });

  it('keep what was typed where the backend refuses it', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(api, 'createKey')
      .mockRejectedValue(await refused(403, 'Not yours'));
    renderCard();
    await makeKey(user);

    expect(await screen.findByText('Not yours')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(
      'Staging cluster',
    );
  });

  it('are revoked when that was confirmed', async () => {
    const user = userEvent.setup();
    const revoke = jest.spyOn(api, 'revokeKey');
    renderCard();

    await user.click(
      await screen.findByRole('button', { name: 'Revoke Production cluster' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/refused at once and for good/)).toBeVisible();
    expect(dialog.getByText(/last used/)).toBeVisible();
    expect(revoke).not.toHaveBeenCalled();
    await user.click(dialog.getByRole('button', { name: 'Revoke' }));

    await waitFor(async () =>
      expect((await rows())[1]).toMatch(/revoked by Mei Tanaka/),
    );
    expect(revoke).toHaveBeenCalledWith('key-2');
  });

  it('say so where there is none', async () => {
    api.keys.change({ items: [] });
    renderCard();

    expect(
      await screen.findByText('No sender has a key yet.'),
    ).toBeInTheDocument();
  });

  it('fail by themselves, and offer to try again', async () => {
    const user = userEvent.setup();
    const list = jest.spyOn(api, 'integrationKeys');
    list.mockRejectedValue(await refused(409, 'Not at the moment'));
    renderIncidentsPage(api, '/setup');

    expect(await screen.findByText('Not at the moment')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Sources' })).toBeVisible();
    list.mockRestore();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rows()).toHaveLength(3);
  });

  it('are all of Setup that somebody sees who does not run the portal', async () => {
    jest.spyOn(api, 'setup').mockRejectedValue(await refused(403, 'Not yours'));
    renderIncidentsPage(api, '/setup', [setupReadPermission]);

    expect(await rows()).toHaveLength(3);
    expect(screen.getByRole('link', { name: 'Setup' })).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Sources' })).toBeNull();
  });
});
