import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { someFigures } from '../../../../dev/figures';
import { payments, paymentsApi } from '../../../../dev/people';
import {
  fakeIncidents,
  NOW,
  renderOnEntityPage,
} from '../../../../dev/renderOnEntityPage';
import { incidentsTab } from '../../extensions';

const region = (name: string) => screen.findByRole('region', { name });

/** The tab of a service that had enough for charts. */
async function charts(changes: Partial<ReturnType<typeof someFigures>> = {}) {
  const api = fakeIncidents();
  api.measure(paymentsApi.ref, { ...someFigures(NOW), ...changes });
  renderOnEntityPage(paymentsApi, [incidentsTab], api);
  await region('How long');
  return api;
}

const dot = (text: string) =>
  screen.getByRole('button', { name: new RegExp(`^P\\d, ${text},`) });

describe("the charts of an entity's tab", () => {
  afterEach(() => jest.restoreAllMocks());

  it('are not there where there are too few for statistics', async () => {
    renderOnEntityPage(paymentsApi, [incidentsTab], fakeIncidents());

    expect(await screen.findByText(/^Fewer than ten/)).toBeVisible();
    expect(screen.queryByRole('region', { name: 'How long' })).toBeNull();
  });

  it('say how many they are about, what is left out, and in which zone days are', async () => {
    await charts();

    const when = await region('When');
    expect(when).toHaveTextContent('14 incidents · days in Europe/Berlin');
    expect(when).toHaveTextContent('Left out: 2 drills, 1 dismissed');
    expect(when).toHaveTextContent('Owner: Booking → Payments, March 2');
    expect(when).toHaveTextContent('a deployment caused an incident');
    expect(
      within(when).getAllByRole('button', {
        name: /2 deployments, 1 of them caused an incident$/,
      }),
    ).toHaveLength(4);
    const howLong = await region('How long');
    expect(howLong).toHaveTextContent('impact to resolved, n = 13');
    expect(howLong).toHaveTextContent(
      '1 still open: it takes at least this long',
    );
    expect(howLong).toHaveTextContent('p50 42 min');
    expect(howLong).toHaveTextContent('p90 2 h 48 min');
    expect(howLong).toHaveTextContent(
      'No trend: fewer than 10 in a period (4 before, 13 in this one)',
    );
    const causes = await region('Caused by a change');
    expect(causes).toHaveTextContent(
      /4 of 14 have a change linked as their cause, 29/,
    );
    expect(causes).toHaveTextContent(/Failed deployments: 3 of 214, 1%/);
  });

  it('say how much faster or slower it got where there is enough to say so', async () => {
    await charts({ trend: { kind: 'change', p50: -720_000, p90: 3_600_000 } });

    expect(await region('How long')).toHaveTextContent(
      'Against the period before: p50 12 min shorter, p90 1 h longer',
    );
  });

  it('say of what they cannot show all', async () => {
    const from = '2019-01-01T00:00:00.000Z';
    const { period } = someFigures(NOW);
    await charts({ shortened: true, period: { ...period, from } });

    const when = await region('When');
    expect(when).toHaveTextContent('The last 52 weeks of it');
    expect(when).toHaveTextContent('Only since Jan 1, 2019');
  });

  it('say how much of what was promised in twelve months was kept, and of how much', async () => {
    await charts();

    expect(screen.getByRole('radio', { name: '12 months' })).toBeChecked();
    const further = within(await region('Further figures'));
    for (const [promise, kept] of [
      ['Updates on time', '7 of 9, 78%'],
      ['Actions done on time', '8 of 11, 73%'],
      ['Taken in time', '12 of 13, 92%'],
    ]) {
      expect(further.getByText(promise).nextElementSibling).toHaveTextContent(
        kept,
      );
    }
  });

  it('say for how long customers were affected in all, and what of that counts for a system', async () => {
    const impact = { ms: 252 * 60_000, incidents: 4, estimated: 1 };
    await charts({ impact: { ...impact, rule: 'major' } });

    expect(await region('When')).toHaveTextContent(
      /Impact in all: 4 h 12 min, 4 incidents; 1 of them began at a time that is a guess.*Impact of P1 and P2 alone/,
    );
  });

  it('name each mark with all that is known of it', async () => {
    await charts();

    expect(dot('INC-5')).toHaveAccessibleName(
      /^P1, INC-5, Card payments fail, time 5, .*2026, 3 h 7 min from the impact on; from the declaration on: Waiting 4 min, Investigating 46 min, Fixing 1 h 33 min; caused by a change$/,
    );
    expect(dot('INC-41')).toHaveAccessibleName(
      /38 min so far from the impact on/,
    );
    expect(
      screen.getByRole('button', {
        name: /September 21, 2026: 2 incidents began/,
      }),
    ).toHaveAccessibleName(
      'Monday, September 21, 2026: 2 incidents began, 1 d 1 h impact, 2 deployments, 1 of them caused an incident',
    );
  });

  it('are one stop each for the Tab key, and arrows go from mark to mark', async () => {
    await charts();
    const user = userEvent.setup();
    const marks = within(
      screen.getByRole('group', { name: /^Incidents; arrow keys/ }),
    ).getAllByRole('button');
    expect(marks.filter(mark => mark.tabIndex === 0)).toEqual([marks[0]]);

    act(() => marks[0].focus());
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(marks[2]).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(marks[1]).toHaveFocus();
    await user.keyboard('{End}');
    expect(marks[marks.length - 1]).toHaveFocus();
    await user.keyboard('{ArrowDown}{Home}{ArrowDown}');
    expect(document.activeElement).toHaveAccessibleName(/^P2/);
    expect(marks.filter(mark => mark.tabIndex === 0)).toHaveLength(1);
  });

  it('narrow the list to a day that is pressed, say so, and lead back', async () => {
    const api = await charts();
    const asked = jest.spyOn(api, 'incidents');
    const user = userEvent.setup();
    const day = screen.getByRole('button', {
      name: /^Saturday, November 21, 2026/,
    });
    await user.click(day);

    const list = await region('Incidents');
    expect(
      await within(list).findByText('Saturday, November 21, 2026 only'),
    ).toBeVisible();
    await waitFor(() =>
      expect(within(list).getAllByRole('row').length).toBe(2),
    );
    expect(day).toHaveAttribute('aria-pressed', 'true');
    expect(asked.mock.calls[0][0]).toMatchObject({
      scope: paymentsApi.ref,
      number: ['INC-41'],
    });

    await user.click(
      within(list).getByRole('button', { name: 'Show all again' }),
    );
    expect(within(await region('Incidents')).getAllByRole('row')).toHaveLength(
      7,
    );
    expect(day).toHaveAttribute('aria-pressed', 'false');
  });

  it('narrow the list to one incident by Enter, and to what changes caused', async () => {
    const api = await charts();
    const asked = jest.spyOn(api, 'incidents');
    const user = userEvent.setup();
    act(() => dot('INC-5').focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText('INC-5 only')).toBeVisible();
    expect(asked).toHaveBeenLastCalledWith(
      expect.objectContaining({ number: ['INC-5'] }),
    );

    await user.click(
      screen.getByRole('button', { name: '4 incidents caused by a change' }),
    );
    expect(await screen.findByText('caused by a change only')).toBeVisible();
    expect(asked).toHaveBeenLastCalledWith(
      expect.objectContaining({ cause: 'change' }),
    );
  });

  it('show where the time of a focused incident went', async () => {
    await charts();
    act(() => dot('INC-5').focus());

    const fixing = screen.getByText('1 h 33 min');
    expect(fixing).toBeVisible();
    expect(fixing.previousElementSibling).toHaveTextContent('Fixing');
    expect(screen.getByText('from the declaration on')).toBeVisible();
  });

  it('can each be read as a table', async () => {
    await charts();
    const user = userEvent.setup();
    for (const [name, rows] of [
      ['When', 14],
      ['How long', 15],
      ['Caused by a change', 4],
    ] as const) {
      const chart = await region(name);
      await user.click(within(chart).getByRole('radio', { name: 'Table' }));
      expect(within(chart).getAllByRole('row')).toHaveLength(rows);
    }
    expect(await region('When')).toHaveTextContent('Left out: 2 drills');
    expect(await region('When')).not.toHaveTextContent('under 30 min');
    const figures = within(await region('Further figures'));
    expect(
      figures.getByRole('row', { name: /^Began to noticed/ }),
    ).toHaveTextContent('Began to noticed4 min16 min1310');
    expect(figures.getByText('Reopened').nextElementSibling).toHaveTextContent(
      '1 of 14, 7%',
    );
  });

  it('can each be kept as a file', async () => {
    const kept: Blob[] = [];
    URL.createObjectURL = jest.fn((blob: Blob) => `blob:${kept.push(blob)}`);
    URL.revokeObjectURL = jest.fn();
    const clicked = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation();
    await charts();
    await userEvent.click(
      screen.getByRole('button', { name: 'CSV of How long' }),
    );

    expect((clicked.mock.contexts[0] as HTMLAnchorElement).download).toBe(
      'incidents-of-payments-api-durations.csv',
    );
    const lines = (await kept[0].text()).split('\r\n');
    expect(lines[0]).toMatch(/^number,title,priority,declared_at,minutes,/);
    expect(lines[5]).toBe(
      'INC-5,"Card payments fail, time 5",P1,2026-04-02T14:18:00.000Z,187,true,4,46.8,93.5,0,true',
    );
  });

  it('say of no deployments that there is no rate', async () => {
    const { changes } = someFigures(NOW);
    await charts({ changes: { ...changes, failRate: null } });

    expect(await region('Caused by a change')).toHaveTextContent(
      'No deployments are known, so there is no change fail rate.',
    );
  });
});

describe('the tab of a group', () => {
  it('says what it adds up, and whose it is at which time', async () => {
    const api = fakeIncidents();
    api.measure(payments.ref, someFigures(NOW));
    const asked = jest.spyOn(api, 'entityHistory');
    renderOnEntityPage(payments, [incidentsTab], api);

    expect(
      await screen.findByText(/^What this group was accountable for/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Report a problem' }),
    ).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Owner now' }));
    expect(
      await screen.findByText(/everything that this group owns now/),
    ).toBeVisible();
    expect(asked.mock.lastCall?.[1]).toMatchObject({ ownership: 'now' });
  });

  it('lets choose the owner now where it was accountable for nothing', async () => {
    const api = fakeIncidents();
    const all = await api.entityHistory(payments.ref, {});
    jest
      .spyOn(api, 'entityHistory')
      .mockImplementation(async (_ref, { ownership }) =>
        ownership === 'now' ? all : { ...all, live: [], items: [], total: 0 },
      );
    renderOnEntityPage(payments, [incidentsTab], api);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Owner now' }),
    );

    expect(await region('Incidents')).toHaveTextContent('INC-41');
  });

  it('still lets choose the owner at the time where it owns nothing of that now', async () => {
    const api = fakeIncidents();
    const all = await api.entityHistory(payments.ref, {});
    jest
      .spyOn(api, 'entityHistory')
      .mockImplementation(async (_ref, { ownership }) =>
        ownership === 'now' ? { ...all, live: [], items: [], total: 0 } : all,
      );
    renderOnEntityPage(payments, [incidentsTab], api);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Owner now' }),
    );

    expect(
      await screen.findByText('Nothing matches these filters'),
    ).toBeVisible();
    expect(
      screen.getByRole('radio', { name: 'Owner at the time' }),
    ).toBeVisible();
  });
});
