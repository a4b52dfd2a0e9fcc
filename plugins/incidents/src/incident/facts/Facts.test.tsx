import { screen, waitFor, within } from '@testing-library/react';
import type { FakeIncidentsApi } from '../../../dev/FakeIncidentsApi';
import { ago } from '../../../dev/incident';
import { part, renderIncident } from '../../../dev/renderIncident';
import { fakeIncidents, NOW } from '../../../dev/renderOnEntityPage';

let api: FakeIncidentsApi;

beforeEach(() => {
  api = fakeIncidents();
});

afterEach(() => {
  jest.restoreAllMocks();
  sessionStorage.clear();
});

describe('facts', () => {
  it('explain the priority', async () => {
    await renderIncident(api, 'INC-41');

    expect(part('Why P2')).toHaveTextContent(
      'Medium impact × medium urgency is P3. One risk raises it: redundancy gone.',
    );
  });

  it('explain who was told', async () => {
    const { user } = await renderIncident(api, 'INC-41');

    expect(part('Who was told')).toHaveTextContent(
      'Mei Tanaka, Nadia Rahman, Tomás Silva and 2 more',
    );
    await user.click(screen.getByText('Why them?'));
    expect(part('Who was told')).toHaveTextContent(
      'payments-api is owned by Payments.Payments has 6 members.',
    );
  });

  it('say who held it how long once it was passed on', async () => {
    await renderIncident(api, 'INC-40');

    expect(part('Who held it')).toHaveTextContent(
      'Payments31 min so farPlatform20 minFinance15 min',
    );
  });

  it('are corrected with a reason', async () => {
    const send = jest.spyOn(api, 'send');
    const { user } = await renderIncident(api, 'INC-41');

    await user.click(screen.getByRole('button', { name: /^Correct Detected/ }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Correct a time of INC-41: Detected',
    });
    await user.click(within(dialog).getByRole('button', { name: 'Correct' }));
    expect(
      await within(dialog).findByText('Say how you know'),
    ).toBeInTheDocument();
    expect(send).not.toHaveBeenCalled();

    await user.type(
      within(dialog).getByRole('textbox', { name: 'How do you know?' }),
      'First customer call',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Correct' }));

    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(
        'id-INC-41',
        expect.objectContaining({
          expectedVersion: 9,
          command: {
            type: 'correct-time',
            stamp: 'detectedAt',
            at: ago(NOW, 38),
            reason: 'First customer call',
          },
        }),
      ),
    );
  });

  it('tell how sure we are of an entity, and are changed in place', async () => {
    const { user } = await renderIncident(api, 'INC-41');

    await user.click(
      screen.getByRole('button', { name: 'payments-db: suspected. Change' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'Confirm' }));

    expect(
      await screen.findByRole('button', {
        name: 'payments-db: confirmed. Change',
      }),
    ).toBeInTheDocument();
  });

  it('keep the title that was', async () => {
    const { user } = await renderIncident(api, 'INC-41');

    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(
      await screen.findByRole('menuitem', { name: 'Change title' }),
    );
    const field = await screen.findByRole('textbox', { name: /^Title/ });
    await user.clear(field);
    await user.type(field, 'Cards fail');
    await user.click(screen.getByRole('button', { name: 'Change title' }));

    expect(
      await screen.findByRole('heading', { name: 'Cards fail' }),
    ).toBeInTheDocument();
    const [newest] = within(part('Timeline')).getAllByRole('listitem');
    await waitFor(() =>
      expect(newest).toHaveTextContent(
        'New title: Cards failbefore: Card payments time out for 1 in 5 bookings',
      ),
    );
  });
});
