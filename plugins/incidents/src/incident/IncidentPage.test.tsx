import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError } from '@backstage/errors';
import type { FakeIncidentsApi } from '../../dev/FakeIncidentsApi';
import { ahead, ago, anIncident } from '../../dev/incident';
import { payoutExporter } from '../../dev/people';
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

async function shown(number: string) {
  const user = userEvent.setup();
  renderIncidentsPage(api, `/${number}`);
  await screen.findByRole('heading', { level: 2 });
  return user;
}

const part = (name: string) => screen.getByRole('region', { name });

describe('the page of an incident', () => {
  it('says who leads, what hurts, what is done and when the next news come', async () => {
    await shown('INC-41');

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
    await shown('INC-41');

    const rail = screen.getByRole('list', { name: 'Status' });
    const steps = within(rail).getAllByRole('listitem');
    await waitFor(() => expect(steps[0]).toHaveTextContent('Triage4 min'));
    expect(steps[1]).toHaveTextContent('Investigating20 min');
    expect(steps[2]).toHaveTextContent('Fixing14 min');
    expect(steps[2]).toHaveAttribute('aria-current', 'step');
    expect(steps[3]).toHaveTextContent(/^Monitoring$/);
  });

  it('explains the priority', async () => {
    await shown('INC-41');

    expect(part('Why P2')).toHaveTextContent(
      'Medium impact × medium urgency is P3. One risk raises it: redundancy gone.',
    );
  });

  it('explains who was told', async () => {
    const user = await shown('INC-41');

    expect(part('Who was told')).toHaveTextContent(
      'Mei Tanaka, Nadia Rahman, Tomás Silva and 2 more',
    );
    await user.click(screen.getByText('Why them?'));
    expect(part('Who was told')).toHaveTextContent(
      'payments-api is owned by Payments.Payments has 6 members.',
    );
  });

  it('says who held it how long once it was passed on', async () => {
    await shown('INC-40');

    expect(part('Who held it')).toHaveTextContent(
      'Payments31 min so farPlatform20 minFinance15 min',
    );
  });

  it('speaks plainly before the first update', async () => {
    await shown('INC-40');

    expect(screen.getByText('2 alerts are firing')).toBeInTheDocument();
    expect(
      screen.getByText('Waiting for Payments to take it'),
    ).toBeInTheDocument();
    expect(screen.getByText('None known')).toBeInTheDocument();
  });
});

describe('the one primary button', () => {
  it.each([
    ['INC-43', 'Acknowledge'],
    ['INC-41', 'Post update'],
    ['INC-36', 'Resume'],
    ['INC-35', 'Resolve'],
    ['INC-31', 'Close'],
    ['INC-103', 'Undo'],
    ['INC-105', 'I am affected too'],
  ])('of %s is %s', async (number, name) => {
    await shown(number);

    const primary = screen
      .getAllByRole('button')
      .filter(button => button.dataset.variant === 'primary');
    expect(primary.map(button => button.textContent)).toEqual([name]);
  });

  it('asks for the update first while it is late', async () => {
    api.put({
      ...(await api.incident('INC-35')),
      nextUpdateAt: ago(NOW, 2),
    });
    await shown('INC-35');

    expect(screen.getByRole('button', { name: 'Post update' })).toHaveAttribute(
      'data-variant',
      'primary',
    );
  });

  it('makes me the lead at a press', async () => {
    const user = await shown('INC-43');

    await user.click(screen.getByRole('button', { name: 'Acknowledge' }));

    expect(await screen.findByText('Mei Tanaka leads')).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Post update' }),
    ).toBeInTheDocument();
  });
});

describe('what is out of the ordinary', () => {
  it('offers what an unrouted incident may be about', async () => {
    const user = await shown('INC-42');

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
    await shown('INC-39');

    expect(screen.getByText(/^An update was promised for/)).toBeInTheDocument();
    expect(screen.getByText(/^It is 4 min late/)).toBeInTheDocument();
  });

  it('says what an incident on hold waits for', async () => {
    await shown('INC-36');

    expect(
      screen.getByText('On hold, waiting for a vendor'),
    ).toBeInTheDocument();
    expect(part('Now')).toHaveTextContent('Resumes from hold1 h 40 min');
  });

  it('proposes to watch or to resolve when all alerts have ended', async () => {
    const user = await shown('INC-102');

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
    await shown('INC-104');

    expect(screen.getByRole('link', { name: 'INC-41' })).toHaveAttribute(
      'href',
      '/incidents/INC-41',
    );
    expect(screen.getByText(/It can be undone until/)).toBeInTheDocument();
  });

  it('marks what is private and what recurs', async () => {
    await shown('INC-101');

    expect(screen.getByText('Private')).toBeInTheDocument();
    expect(screen.getByText(/again, after/)).toHaveTextContent('INC-18');
  });
});

describe('what is not allowed', () => {
  it('is absent', async () => {
    const user = await shown('INC-105');

    expect(screen.queryByRole('button', { name: 'Change status' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add an entity' })).toBeNull();
    await user.keyboard('u');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leaves a way to say that one is affected', async () => {
    const user = await shown('INC-105');

    await user.click(screen.getByRole('button', { name: 'I am affected too' }));

    expect(
      await screen.findByText(/1 person said so\. You said so too/),
    ).toBeInTheDocument();
  });
});

describe('keys', () => {
  it('open the update, the status and the note', async () => {
    const user = await shown('INC-41');

    await user.keyboard('u');
    expect(
      await screen.findByRole('dialog', { name: /INC-41/ }),
    ).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    await user.keyboard('s');
    expect(
      await screen.findByRole('menuitem', { name: 'Monitoring' }),
    ).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());

    await user.keyboard('n');
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Note' })).toHaveFocus(),
    );
  });

  it('follow at a press of f', async () => {
    const user = await shown('INC-43');

    await user.keyboard('f');

    expect(
      await screen.findByRole('button', { name: 'Following' }),
    ).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('facts', () => {
  it('are corrected with a reason', async () => {
    const send = jest.spyOn(api, 'send');
    const user = await shown('INC-41');

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
    const user = await shown('INC-41');

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
    const user = await shown('INC-41');

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

describe('when somebody else was first', () => {
  it('says so, keeps what was typed and sends it again for what is there now', async () => {
    const user = await shown('INC-41');
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
    await shown('INC-41');

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
    await shown('INC-60');

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
