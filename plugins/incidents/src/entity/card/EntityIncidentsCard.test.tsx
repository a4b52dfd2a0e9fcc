import { ResponseError } from '@backstage/errors';
import type { EntityCard } from '@linchpin/backstage-plugin-incidents-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ago, ahead } from '../../../dev/incident';
import {
  bookingApi,
  edgeRouter,
  paymentsApi,
  paymentsDb,
  receiptMailer,
} from '../../../dev/people';
import {
  fakeIncidents,
  NOW,
  renderOnEntityPage,
} from '../../../dev/renderOnEntityPage';
import type { FakeIncidentsApi } from '../../../dev/FakeIncidentsApi';
import { incidentsCard } from '../extensions';

async function card(entity = paymentsApi, api = fakeIncidents()) {
  renderOnEntityPage(entity, [incidentsCard], api);
  return screen.findByRole('region', { name: /^Incidents of/ });
}

/** What the lines below the first say, in their order. */
async function lines(region: HTMLElement): Promise<string[]> {
  const items = await within(region).findAllByRole('listitem');
  return items.map(item => item.textContent ?? '');
}

async function withFacts(facts: Partial<EntityCard>, entity = paymentsApi) {
  const api = fakeIncidents();
  const known = await api.entityCard(entity.ref);
  jest.spyOn(api, 'entityCard').mockResolvedValue({ ...known, ...facts });
  return card(entity, api);
}

async function withLive(
  changes: Partial<EntityCard['live'][number]>,
  entity = paymentsApi,
) {
  const { live } = await fakeIncidents().entityCard(entity.ref);
  return withFacts({ live: [{ ...live[0], ...changes }] }, entity);
}

describe('the entity card', () => {
  afterEach(() => jest.restoreAllMocks());

  it('says what is wrong, who has it, when the next news comes and what helps meanwhile', async () => {
    const region = await card();

    expect(await lines(region)).toEqual([
      'Led by Nadia Rahman, Payments · since 38 min',
      expect.stringMatching(/^Next update \d\d:\d\d.*, in 12 min$/),
      'Workaround: Ask customers to pay by invoice; it is booked at once.',
      'Payments · told: Mei Tanaka, Tomás Silva and 4 more',
      expect.stringMatching(
        /^90 days: 4 incidents, 6 h 46 min impact, last on .*20/,
      ),
    ]);
    const title = within(region).getByRole('link', {
      name: 'Card payments time out for 1 in 5 bookings',
    });
    expect(title).toHaveAttribute('href', '/incidents/INC-41');
    expect(region).toHaveTextContent('P2');
    expect(region).toHaveTextContent('INC-41Fixing');
  });

  it('has three lines where all is well', async () => {
    const api = fakeIncidents();
    api.reset([]);
    const region = await card(receiptMailer, api);

    expect(
      await within(region).findByRole('heading', { name: 'No live incident' }),
    ).toBeInTheDocument();
    expect(await lines(region)).toEqual([
      'Payments · told: Mei Tanaka, Tomás Silva and 4 more',
      '90 days: no incident',
    ]);
  });

  it('says what is still to be done and how much of it is late, and leads there', async () => {
    const region = await withFacts({ actions: { open: 2, overdue: 1 } });

    expect(await lines(region)).toContain('2 open action items, 1 overdue');
    expect(
      within(region).getByRole('link', { name: '2 open action items' }),
    ).toHaveAttribute(
      'href',
      '/incidents/reviews/actions?scope=component:default/payments-api',
    );
  });

  it('asks the backend once', async () => {
    const api = fakeIncidents();
    const asked = jest.spyOn(api, 'entityCard');
    const others = (
      [
        'incident',
        'incidents',
        'entityHistory',
        'reportPreview',
        'inbox',
      ] as const
    ).map(name => jest.spyOn(api as FakeIncidentsApi, name));
    await lines(await card(paymentsApi, api));

    expect(asked).toHaveBeenCalledTimes(1);
    others.forEach(other => expect(other).not.toHaveBeenCalled());
  });

  it('names what it depends on and is in trouble', async () => {
    const region = await card(bookingApi);

    expect(await lines(region)).toContain(
      'Depends onpayments-apiP2Fixingedge-routerP4Fixing',
    );
  });

  it('says by how much the next update is late', async () => {
    const region = await withLive({ nextUpdateAt: ago(NOW, 4) });

    expect((await lines(region))[1]).toMatch(/^Next update .*, Overdue 4 min$/);
  });

  it('says until when somebody has to take what nobody leads', async () => {
    const region = await withLive({
      status: 'triage',
      lead: null,
      nextUpdateAt: null,
      acknowledgeDueAt: ahead(NOW, 8),
    });

    const [lead, news] = await lines(region);
    expect(lead).toBe('Nobody leads it yet · since 38 min');
    expect(news).toMatch(/^Somebody takes it by .*, in 8 min$/);
  });

  it('says when it goes on where it is on hold', async () => {
    const region = await withLive({
      onHold: {
        reason: 'vendor',
        since: ago(NOW, 30),
        resumeBy: ahead(NOW, 60),
      },
    });

    expect((await lines(region))[1]).toMatch(/^On hold, resumes /);
  });

  it('shows the first sentence of the last update where there is no workaround', async () => {
    const region = await withLive({ workaround: null });

    expect((await lines(region))[2]).toBe(
      'Failing over payments-db to the replica in the second hall.',
    );
  });

  it('says where an incident is that lies elsewhere, and how many more there are', async () => {
    const api = fakeIncidents();
    const { live } = await api.entityCard(paymentsApi.ref);
    const elsewhere = { ...live[0], entity: paymentsDb };
    const region = await withFacts({ live: [elsewhere, ...live] });

    expect(await within(region).findByText('at payments-db')).toBeVisible();
    expect(within(region).getByText('and 1 more')).toBeVisible();
  });

  it('says why nobody is told of an entity without an owner', async () => {
    const region = await card(edgeRouter);

    expect(await lines(region)).toContain(
      'Unrouted: it has no owner, so nobody is told',
    );
  });

  it('offers to report, by keyboard too, only to those who may', async () => {
    const region = await card();
    const report = await within(region).findByRole('button', {
      name: 'Report a problem',
    });
    report.focus();
    await userEvent.keyboard('{Enter}');

    expect(
      await screen.findByRole('dialog', { name: 'Declare an incident' }),
    ).toBeInTheDocument();
  });

  it('offers no report to those who may not', async () => {
    const region = await withFacts({ mayReport: false });
    await lines(region);

    expect(within(region).queryByRole('button')).not.toBeInTheDocument();
  });

  it('says that it is forbidden', async () => {
    const api = fakeIncidents();
    jest.spyOn(api, 'entityCard').mockRejectedValue(await refusal(403));
    const region = await card(paymentsApi, api);

    expect(await lines(region)).toEqual([
      'You are not allowed to see the incidents of this entity.',
    ]);
  });

  it('says what failed and tries again when asked', async () => {
    const api = fakeIncidents();
    const asked = jest
      .spyOn(api, 'entityCard')
      .mockRejectedValueOnce(await refusal(400));
    const region = await card(paymentsApi, api);

    expect(await within(region).findByRole('alert')).toHaveTextContent(
      'The incidents could not be loaded.the database is away',
    );
    await userEvent.click(
      within(region).getByRole('button', { name: 'Try again' }),
    );
    expect(await within(region).findByText('INC-41')).toBeVisible();
    expect(asked).toHaveBeenCalledTimes(2);
  });
});

function refusal(status: number): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message: 'the database is away' },
        response: { statusCode: status },
      }),
      { status, headers: { 'Content-Type': 'application/json' } },
    ),
  );
}
