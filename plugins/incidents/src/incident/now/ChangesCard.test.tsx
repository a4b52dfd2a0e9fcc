import { act, screen, waitFor, within } from '@testing-library/react';
import { aDeployment } from '../../../dev/incident';
import type { FakeIncidentsApi } from '../../../dev/FakeIncidentsApi';
import { paymentsApi } from '../../../dev/people';
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

const linesOf = (name: string) =>
  within(part(name))
    .getAllByRole('listitem')
    .map(line => line.textContent);
const rows = () => linesOf('Changes');
const rowOf = (change: string) =>
  within(part('Changes')).getByText(change).closest('li');

describe('the changes near an incident', () => {
  it('are listed with how long before they were, and stand on the timeline', async () => {
    await renderIncident(api, 'INC-41');

    expect(rows()).toEqual([
      'Deployed payments-db 15.912 min before · Ravi MenonCaused it',
      'Deployed checkout-web 4.21 h 12 min before · Ravi MenonCaused it',
    ]);
    await waitFor(() =>
      expect(linesOf('Timeline')).toContainEqual(
        expect.stringMatching(/Deployed payments-db 15.912 min beforeRavi/),
      ),
    );
  });

  it('are linked as the cause, and that is taken back', async () => {
    const { user } = await renderIncident(api, 'INC-41');
    await user.click(
      screen.getByRole('button', { name: 'Caused it: checkout-web 4.2' }),
    );

    const undo = await screen.findByRole('button', { name: 'Not the cause' });
    expect(rows()).toEqual([
      'Deployed checkout-web 4.21 h 12 min beforeCauseNot the cause',
      'Deployed payments-db 15.912 min before · Ravi MenonCaused it',
    ]);
    await waitFor(() =>
      expect(linesOf('Timeline')[0]).toMatch(
        /Mei Tanaka found the cause: checkout-web 4.2$/,
      ),
    );

    await user.click(undo);
    await screen.findByRole('button', { name: 'Caused it: checkout-web 4.2' });
    expect(screen.queryByText('Cause')).toBeNull();
  });

  it('keep the focus with the change of which something was said', async () => {
    const { user } = await renderIncident(api, 'INC-41');
    await user.click(
      screen.getByRole('button', { name: 'Caused it: checkout-web 4.2' }),
    );
    const undo = await screen.findByRole('button', { name: 'Not the cause' });
    expect(rowOf('checkout-web 4.2')).toHaveFocus();

    await user.click(undo);
    await screen.findByRole('button', { name: 'Caused it: checkout-web 4.2' });
    expect(rowOf('checkout-web 4.2')).toHaveFocus();
  });

  it('leave the focus of those alone who went elsewhere before it was said', async () => {
    const { user } = await renderIncident(api, 'INC-41');
    jest.spyOn(api, 'send').mockRejectedValue(new Error('Not now'));
    await user.click(
      screen.getByRole('button', { name: 'Caused it: checkout-web 4.2' }),
    );
    await screen.findByText(/Not now/);
    await user.click(document.body);
    const incident = await api.incident('INC-41');
    const another = aDeployment(NOW, paymentsApi, '9', {
      minutes: 50,
      before: 12,
    });
    api.put({ ...incident, changes: [another, ...incident.changes] });
    await act(() => api.queryClient.invalidateQueries());

    await waitFor(() => expect(rowOf('payments-api 9')).toBeVisible());
    expect(document.body).toHaveFocus();
  });

  it('come with the focus on the first of those that were asked for', async () => {
    const incident = await api.incident('INC-41');
    api.put({
      ...incident,
      changes: ['1', '2', '3', '4', '5'].map(version =>
        aDeployment(NOW, paymentsApi, version, { minutes: 50, before: 12 }),
      ),
    });
    const { user } = await renderIncident(api, 'INC-41');
    await user.click(screen.getByRole('button', { name: 'Show 2 more' }));

    expect(rows()).toHaveLength(5);
    expect(rowOf('payments-api 4')).toHaveFocus();
  });

  it('show the cause also where it is kept no more, and offer nothing that came after', async () => {
    const incident = await api.incident('INC-41');
    const [cause] = incident.changes;
    api.put({
      ...incident,
      causedBy: { ...cause, at: cause.finishedAt! },
      changes: [
        {
          ...aDeployment(NOW, paymentsApi, '7', { minutes: 5, before: 33 }),
          when: 'after',
        },
      ],
    });
    await renderIncident(api, 'INC-41');

    expect(rows()).toEqual([
      expect.stringMatching(/^Deployed payments-db 15.9.*CauseNot the cause$/),
      'Deployed payments-api 733 min after it began · Ravi Menon',
    ]);
  });

  it('are no card where nothing was changed', async () => {
    await renderIncident(api, 'INC-40');
    expect(screen.queryByRole('region', { name: 'Changes' })).toBeNull();
  });
});
