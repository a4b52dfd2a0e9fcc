import { screen, within } from '@testing-library/react';
import type { FakeIncidentsApi } from '../../../dev/FakeIncidentsApi';
import { part, renderIncident } from '../../../dev/renderIncident';
import { fakeIncidents } from '../../../dev/renderOnEntityPage';

let api: FakeIncidentsApi;

beforeEach(() => {
  api = fakeIncidents();
  window.matchMedia = jest.fn().mockImplementation((query: string) => ({
    matches: query.includes('max-width: 6') || query.includes('max-width: 9'),
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  }));
});

afterEach(() => {
  jest.restoreAllMocks();
  sessionStorage.clear();
  Reflect.deleteProperty(window, 'matchMedia');
});

describe('on a phone', () => {
  it('shows one part at a time, what is happening now first', async () => {
    const { user } = await renderIncident(api, 'INC-41');

    expect(screen.getByRole('tab', { name: 'Now' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(part('Now')).toHaveTextContent('Next update');
    expect(screen.queryByRole('region', { name: 'Timeline' })).toBeNull();

    await user.click(screen.getByRole('tab', { name: 'Facts' }));
    expect(part('Why P2')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Now' })).toBeNull();

    await user.click(screen.getByRole('tab', { name: /^Alerts/ }));
    expect(
      within(part('Alerts')).getByText('4 firing, 3 ended'),
    ).toBeInTheDocument();
  });

  it('has its actions once', async () => {
    await renderIncident(api, 'INC-41');

    expect(screen.getAllByRole('button', { name: 'Post update' })).toHaveLength(
      1,
    );
  });
});
