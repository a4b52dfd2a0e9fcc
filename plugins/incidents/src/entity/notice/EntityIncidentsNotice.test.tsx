import { screen, waitFor, within } from '@testing-library/react';
import {
  bookingApi,
  checkoutWeb,
  paymentsApi,
  paymentsDb,
} from '../../../dev/people';
import { ago, anIncident } from '../../../dev/incident';
import {
  fakeIncidents,
  NOW,
  renderOnEntityPage,
} from '../../../dev/renderOnEntityPage';
import { dependencyNotice } from '../extensions';

describe('the notice of a dependency', () => {
  afterEach(() => jest.restoreAllMocks());

  it('says which dependency is in trouble, how it stands and what helps meanwhile', async () => {
    renderOnEntityPage(bookingApi, [dependencyNotice], fakeIncidents());
    const notice = await screen.findByRole('note');

    expect(notice).toHaveTextContent(
      'payments-api, which booking-api depends on, has a P2.',
    );
    expect(notice).toHaveTextContent(
      /Card payments time out for 1 in 5 bookings\. Fixing, Nadia Rahman leads, next update .*\. Workaround: Ask customers to pay by invoice; it is booked at once\./,
    );
    expect(
      within(notice).getByRole('link', { name: 'INC-41' }),
    ).toHaveAttribute('href', '/incidents/INC-41');
  });

  it('stands once for each dependency, however many incidents that has', async () => {
    const api = fakeIncidents();
    api.put(
      anIncident(NOW, {
        number: 'INC-77',
        title: 'Refunds are booked twice',
        age: 5,
        entity: paymentsApi,
      }),
    );
    renderOnEntityPage(checkoutWeb, [dependencyNotice], api);

    const notices = await screen.findAllByRole('note');
    expect(notices.map(notice => notice.textContent)).toEqual([
      expect.stringContaining('booking-api, which checkout-web depends on'),
      expect.stringContaining('It has 1 more live incident.'),
    ]);
  });

  it('says by how much the next update is late', async () => {
    const api = fakeIncidents();
    api.put({
      ...(await api.incident('INC-41')),
      nextUpdateAt: ago(NOW, 3),
    });
    renderOnEntityPage(bookingApi, [dependencyNotice], api);

    expect(await screen.findByRole('note')).toHaveTextContent(
      'next update Overdue 3 min',
    );
  });

  it('keeps quiet of what is minor, and where nothing is wrong', async () => {
    const api = fakeIncidents();
    api.reset([
      anIncident(NOW, {
        number: 'INC-5',
        title: 'Backups take longer than they should',
        age: 50,
        entity: paymentsDb,
        impact: 'low',
        urgency: 'medium',
      }),
    ]);
    const asked = jest.spyOn(api, 'entityCard');
    renderOnEntityPage(paymentsApi, [dependencyNotice], api);

    await waitFor(() => expect(asked).toHaveBeenCalled());
    await asked.mock.results[0].value;
    expect(screen.queryByRole('note')).not.toBeInTheDocument();
  });
});
