import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { act, screen, waitFor } from '@testing-library/react';
import { anIncident } from '../../dev/incident';
import { fakeIncidents, NOW } from '../../dev/renderOnEntityPage';
import { incidentsApiRef } from './IncidentsApi';
import { IncidentsSurface } from './IncidentsSurface';
import { useIncidents } from './queries';

const Titles = () => {
  const pages = useIncidents({ sort: 'newest', limit: 1 }).data?.pages ?? [];
  return <p>{pages.flatMap(p => p.items.map(i => i.title)).join()}</p>;
};

/** A portal whose signals can be given by hand. */
function signals() {
  const channels = new Map<string, () => void>();
  return {
    api: {
      subscribe: (channel: string, listener: (message: never) => void) => {
        channels.set(channel, () => listener({ action: 'changed' } as never));
        return { unsubscribe: () => channels.delete(channel) };
      },
    },
    channels,
  };
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('live screens', () => {
  it('fetch again when the backend says that something changed', async () => {
    const api = fakeIncidents();
    const { api: signalApi, channels } = signals();
    const { unmount } = renderInTestApp(
      <IncidentsSurface>
        <Titles />
      </IncidentsSurface>,
      {
        apis: [
          [incidentsApiRef, api],
          [signalApiRef, signalApi],
          mockApis.permission(),
        ],
      },
    );
    await screen.findByText('Receipts arrive without the VAT line');

    api.put(anIncident(NOW, { number: 'INC-60', age: 0, title: 'It burns' }));
    act(() => channels.get('incidents')?.());

    expect(await screen.findByText('It burns')).toBeInTheDocument();
    unmount();
    expect(channels.size).toBe(0);
  });

  it('are shown in a portal without signals too', async () => {
    const api = fakeIncidents();
    renderInTestApp(
      <IncidentsSurface>
        <Titles />
      </IncidentsSurface>,
      { apis: [[incidentsApiRef, api]] },
    );

    await waitFor(() =>
      expect(
        screen.getByText('Receipts arrive without the VAT line'),
      ).toBeInTheDocument(),
    );
  });
});
