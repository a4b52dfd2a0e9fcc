import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { someFigures } from '../dev/figures';
import { hostile, RUN, tracesIn } from '../dev/hostile';
import { bookingApi, paymentsApi } from '../dev/people';
import { renderIncidentsPage } from '../dev/renderIncidentsPage';
import {
  fakeIncidents,
  NOW,
  renderOnEntityPage,
} from '../dev/renderOnEntityPage';
import { incidentsApiRef } from './api';
import {
  dependencyNotice,
  incidentsCard,
  incidentsTab,
} from './entity/extensions';
import { HomeIncidents } from './home/HomeIncidents';
import { rootRouteRef } from './routes';

/** What the words have become beside words, once they are there. */
async function traces(): Promise<string[]> {
  await waitFor(
    () => expect(document.body.textContent).toContain(`onerror="${RUN}"`),
    { timeout: 20_000 },
  );
  return [
    ...tracesIn(document),
    ...('hostile' in window ? ['a script has run'] : []),
  ];
}

describe('whatever people, catalogs and senders say stays text', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('is tried with something that sees a text that did not', () => {
    document.body.innerHTML = `<a href=" JavaScript:${RUN}"></a><img onerror="${RUN}">`;
    expect(tracesIn(document)).toHaveLength(2);
    document.body.innerHTML = '';
  });

  it.each([
    ['the inbox', ''],
    ['what is unrouted', '?view=unrouted'],
    ['Live', '/live'],
    ['All', '/all'],
    ['Insights', '/insights'],
    ['Setup', '/setup'],
    ['an incident with its timeline', '/INC-41'],
    ['an incident of an alert', '/INC-40'],
  ])('in %s', async (_, path) => {
    renderIncidentsPage(hostile(fakeIncidents()), path);
    expect(await traces()).toEqual([]);
  });

  it.each([
    ['dismiss', 'd'],
    ['pass on', 'p'],
    ['post an update', 'u'],
  ])('in the preview and the dialog to %s', async (_, key) => {
    const user = userEvent.setup();
    renderIncidentsPage(hostile(fakeIncidents()), '?at=INC-43&view=teams');
    await screen.findByRole('region', { name: 'Preview of INC-43' });
    expect(await traces()).toEqual([]);
    await user.keyboard(key);
    await screen.findByRole('dialog');
    expect(await traces()).toEqual([]);
  });

  it.each([
    ['the card', paymentsApi, incidentsCard],
    ['the tab', paymentsApi, incidentsTab],
    ['the notice', bookingApi, dependencyNotice],
  ])('in %s of an entity', async (_, entity, extension) => {
    renderOnEntityPage(entity, [extension], hostile(fakeIncidents()));
    expect(await traces()).toEqual([]);
  });

  it('in the charts of an entity, and in their tables', async () => {
    const user = userEvent.setup();
    const api = fakeIncidents();
    api.measure(paymentsApi.ref, someFigures(NOW));
    renderOnEntityPage(paymentsApi, [incidentsTab], hostile(api));
    const howLong = await screen.findByRole('region', { name: 'How long' });
    expect(await traces()).toEqual([]);
    await user.hover(within(howLong).getAllByRole('button')[1]);
    await user.click(within(howLong).getByRole('radio', { name: 'Table' }));
    expect(await traces()).toEqual([]);
  });

  it('in the widget of the home page', async () => {
    renderInTestApp(<HomeIncidents />, {
      apis: [[incidentsApiRef, hostile(fakeIncidents())]],
      mountedRoutes: { '/incidents': rootRouteRef },
    });
    expect(await traces()).toEqual([]);
  });
});
