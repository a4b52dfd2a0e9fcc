import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import type { FakeIncidentsApi } from '../../dev/FakeIncidentsApi';
import { ahead, anIncident } from '../../dev/incident';
import { payoutExporter } from '../../dev/people';
import { part, renderIncident } from '../../dev/renderIncident';
import { renderIncidentsPage } from '../../dev/renderIncidentsPage';
import { fakeIncidents, NOW } from '../../dev/renderOnEntityPage';
import { errorOf, OutdatedIncident } from '../api';

let api: FakeIncidentsApi;

beforeEach(() => {
  api = fakeIncidents();
});

afterEach(() => {
  jest.restoreAllMocks();
  sessionStorage.clear();
});

describe('the page of an incident', () => {
  it('says who leads, what hurts, what is done and when the next news come', async () => {
    await renderIncident(api, 'INC-41');

    expect(
      screen.getByRole('heading', {
        name: 'Card payments time out for 1 in 5 bookings',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Nadia Rahman leads')).toBeInTheDocument();
    expect(screen.getByText('4 people affected')).toBeInTheDocument();
    expect(
      screen.getByText(
        'One in five card payments times out; the others are slow',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Failing over payments-db to the replica in the second hall',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Ask customers to pay by invoice; it is booked at once'),
    ).toBeInTheDocument();
    expect(screen.getByText(/in 12 min/)).toHaveTextContent(/^Next update/);
    expect(screen.getByText('38 min').parentElement).toHaveTextContent(
      'Impact 38 min',
    );
  });

  it('shows how far it has come and how long each phase took', async () => {
    await renderIncident(api, 'INC-41');

    const rail = screen.getByRole('list', { name: 'Status' });
    const steps = within(rail).getAllByRole('listitem');
    await waitFor(() => expect(steps[0]).toHaveTextContent('Triage4 min'));
    expect(steps[1]).toHaveTextContent('Investigating20 min');
    expect(steps[2]).toHaveTextContent('Fixing14 min');
    expect(steps[2]).toHaveAttribute('aria-current', 'step');
    expect(steps[3]).toHaveTextContent(/^Monitoring$/);
  });

  it('speaks plainly before the first update', async () => {
    await renderIncident(api, 'INC-40');

    expect(screen.getByText('2 alerts are firing')).toBeInTheDocument();
    expect(
      screen.getByText('Waiting for Payments to take it'),
    ).toBeInTheDocument();
    expect(screen.getByText('None known')).toBeInTheDocument();
  });
});

describe('when somebody else was first', () => {
  it('says so, keeps what was typed and sends it again for what is there now', async () => {
    const { user } = await renderIncident(api, 'INC-41');
    const current = await api.incident('INC-41');
    const send = jest
      .spyOn(api, 'send')
      .mockRejectedValueOnce(
        new OutdatedIncident({ ...current, version: 12 }, 'moved on'),
      );

    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(
      await screen.findByRole('menuitem', { name: 'Change title' }),
    );
    const field = await screen.findByRole('textbox', { name: /^Title/ });
    await user.type(field, '!');
    await user.click(screen.getByRole('button', { name: 'Change title' }));

    expect(
      await screen.findByText(/INC-41 was changed by somebody else meanwhile/),
    ).toBeInTheDocument();
    expect(field).toHaveValue(`${current.title}!`);

    await user.click(screen.getByRole('button', { name: 'Change title' }));
    await waitFor(() =>
      expect(send).toHaveBeenLastCalledWith(
        'id-INC-41',
        expect.objectContaining({ expectedVersion: 12 }),
      ),
    );
  });
});

describe('when something is missing', () => {
  it('says that there is no such incident', async () => {
    renderIncidentsPage(api, '/INC-999');

    expect(await screen.findByText('There is no INC-999')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'To the inbox' })).toHaveAttribute(
      'href',
      '/incidents',
    );
  });

  it('says that it may not be seen', async () => {
    jest
      .spyOn(api, 'incident')
      .mockRejectedValue(await forbidden('not allowed'));
    renderIncidentsPage(api, '/INC-41');

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
  });

  it('leaves the rest alone when the timeline fails', async () => {
    jest
      .spyOn(api, 'timeline')
      .mockRejectedValue(new NotAllowedError('The timeline is gone'));
    api.queryClient.setDefaultOptions({ queries: { retry: false } });
    await renderIncident(api, 'INC-41');

    expect(
      await within(part('Timeline')).findByText('The timeline is gone'),
    ).toBeInTheDocument();
    expect(screen.getByText('Nadia Rahman leads')).toBeInTheDocument();
  });

  it('counts down to what nobody has taken yet', async () => {
    api.put(
      anIncident(NOW, {
        number: 'INC-60',
        age: 5,
        title: 'Payout stuck',
        entity: payoutExporter,
        acknowledgeDueAt: ahead(NOW, 3),
      }),
    );
    await renderIncident(api, 'INC-60');

    expect(part('Now')).toHaveTextContent('Acknowledge3 min');
  });
});

function forbidden(message: string): Promise<Error> {
  return errorOf(
    new Response(
      JSON.stringify({ error: { name: 'NotAllowedError', message } }),
      {
        status: 403,
        headers: { 'Content-Type': 'application/json' },
      },
    ),
  );
}
