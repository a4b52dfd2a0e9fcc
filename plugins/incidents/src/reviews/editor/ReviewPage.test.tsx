import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import type { FakeIncidentsApi } from '../../../dev/FakeIncidentsApi';
import { nadia } from '../../../dev/people';
import { renderIncidentsPage } from '../../../dev/renderIncidentsPage';
import { fakeIncidents } from '../../../dev/renderOnEntityPage';
import { InvalidField } from '../../api';
import { aReview } from '../../../dev/reviews';

let api: FakeIncidentsApi;

beforeEach(() => {
  sessionStorage.clear();
  api = fakeIncidents();
});

afterEach(() => jest.restoreAllMocks());

/** Shows the review of INC-31 as Mei sees it, as a draft unless something else is said. */
async function renderReview(given: Partial<ReviewAnswer> = {}) {
  const incident = await api.incident('INC-31');
  api.reviewed.put(aReview(incident, { status: 'draft', ...given }));
  const user = userEvent.setup();
  const page = renderIncidentsPage(api, '/INC-31/review');
  await screen.findByRole('heading', { name: /^Review: Bookings fail/ });
  return { user, incident, page };
}

const field = (section: string) =>
  screen.getByRole('textbox', { name: section });

describe('a review that is not begun', () => {
  it('is begun with one button', async () => {
    const { user } = await renderReview({ status: 'needed' });

    expect(screen.getByText('Nothing is written yet')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Start review' }));
    expect(
      await screen.findByRole('textbox', { name: 'Impact' }),
    ).toBeVisible();
  });
});

describe('writing a section', () => {
  it('is saved by itself, and says by whom and when', async () => {
    const { user, incident } = await renderReview();

    await user.type(field('Impact'), 'Every third booking failed.');
    await user.tab();

    expect(await screen.findByText(/^Saved .* by Mei Tanaka$/)).toBeVisible();
    const saved = api.reviewed.of(incident).sections[1];
    expect(saved).toMatchObject({ text: 'Every third booking failed.' });
  });

  it('keeps what could not be saved, says so and saves it when asked', async () => {
    const { user, incident } = await renderReview();
    jest
      .spyOn(api, 'sendToReview')
      .mockRejectedValueOnce(new InvalidField('text', 'offline'));

    await user.type(field('Impact'), 'Slow.');
    await user.tab();

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/Not saved: offline/);
    expect(field('Impact')).toHaveValue('Slow.');
    expect(JSON.stringify({ ...sessionStorage })).toContain('Slow.');

    await user.click(within(alert).getByRole('button', { name: 'Save again' }));
    await waitFor(() =>
      expect(api.reviewed.of(incident).sections[1].text).toBe('Slow.'),
    );
  });

  it('loses neither text where two write the same place, and joins them', async () => {
    const { user, incident } = await renderReview();
    const impact = field('Impact');
    await user.type(impact, 'Bookings were down.');
    api.reviewed.writeAs(nadia, incident, 'impact', 'Bookings were slow.');
    await user.tab();

    expect(
      await screen.findByText(
        /wrote here at the same time. Both texts are kept/,
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'The text now, by Nadia Rahman' }),
    ).toHaveTextContent('Bookings were slow.');
    expect(
      screen.getByRole('region', { name: 'Kept beside, by Mei Tanaka' }),
    ).toHaveTextContent('Bookings were down.');

    const joined = screen.getByRole('textbox', {
      name: /^Joined text: Impact/,
    });
    expect(joined).toHaveValue('Bookings were down.');
    await user.click(screen.getByText('texts to be joined'));
    expect(joined).toHaveFocus();
    await user.clear(joined);
    await user.type(joined, 'Bookings were slow, then down.');
    await user.click(
      screen.getByRole('button', { name: 'Use the joined text' }),
    );

    expect(await screen.findByRole('textbox', { name: 'Impact' })).toHaveValue(
      'Bookings were slow, then down.',
    );
    const texts = api.reviewed
      .versions(incident, 'impact')
      .map(({ text }) => text);
    expect(texts).toEqual([
      'Bookings were slow, then down.',
      'Bookings were down.',
      'Bookings were slow.',
    ]);
  });

  /** Among the versions of a section that was written twice. */
  async function chooseFirstOfTwo() {
    const { user, incident } = await renderReview();
    api.reviewed.writeAs(nadia, incident, 'impact', 'First.');
    api.reviewed.writeAs(nadia, incident, 'impact', 'Second.');
    await api.queryClient.invalidateQueries();
    const part = within(await screen.findByRole('region', { name: 'Impact' }));
    await user.click(await part.findByRole('button', { name: 'Versions' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('button', { name: /^Version 1/ }));
    return { user, incident, dialog };
  }

  it('shows what a section said before, and brings it back', async () => {
    const { user, incident, dialog } = await chooseFirstOfTwo();
    await user.click(dialog.getByRole('button', { name: 'Restore this text' }));

    await waitFor(() => expect(field('Impact')).toHaveValue('First.'));
    expect(api.reviewed.versions(incident, 'impact')).toHaveLength(3);
  });

  it('says why a text could not be brought back, and keeps it in sight', async () => {
    const { user, dialog } = await chooseFirstOfTwo();
    jest
      .spyOn(api, 'sendToReview')
      .mockRejectedValueOnce(new InvalidField('text', 'offline'));

    await user.click(dialog.getByRole('button', { name: 'Restore this text' }));

    expect(await dialog.findByRole('alert')).toHaveTextContent('offline');
    expect(dialog.getByText('First.')).toBeVisible();
  });
});

describe('what is missing until it can be handed in', () => {
  it('is listed, leads to its place, and holds nothing back when it is there', async () => {
    const { user } = await renderReview();
    const gate = within(screen.getByRole('group', { name: 'Still missing:' }));
    expect(gate.getAllByRole('listitem').map(li => li.textContent)).toEqual([
      'Impact',
      'Detection',
      'a contributing factor',
    ]);
    expect(screen.getByRole('button', { name: 'Hand in' })).toBeDisabled();

    await user.click(gate.getByRole('button', { name: 'Impact' }));
    expect(field('Impact')).toHaveFocus();
    await user.keyboard('Bookings failed.');
    await user.type(field('Detection'), 'An alert.');
    await user.click(screen.getByRole('button', { name: 'Add factor' }));
    await user.type(field('What contributed'), 'One pool for everything');
    await user.click(screen.getByRole('radio', { name: 'capacity' }));
    const factors = within(
      screen.getByRole('region', { name: 'Contributing factors' }),
    );
    await user.click(factors.getByRole('button', { name: 'Add factor' }));

    expect(await screen.findByText(/^Nothing is missing/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Hand in' }));
    expect(await screen.findByText('In review')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Approve' })).toBeEnabled();

    await user.clear(field('Impact'));
    expect(
      await screen.findByRole('group', { name: 'Still missing:' }),
    ).toHaveTextContent('Impact');
    expect(screen.getByRole('button', { name: 'Approve' })).toBeDisabled();
  });
});

describe('what is taken out of it', () => {
  it('can be put back: a factor, and a meeting as it was planned', async () => {
    const factor = {
      id: 'factor-1',
      tag: 'capacity',
      text: 'One pool for everything',
      by: nadia,
      seenIn: [],
    };
    const meeting = {
      at: new Date(Date.now() + 86_400_000).toISOString(),
      agenda: 'What surprised us',
      link: null,
      attendees: [nadia],
    };
    const { user } = await renderReview({ factors: [factor], meeting });

    await user.click(screen.getByText('Remove'));
    await waitFor(() => expect(screen.queryByText(factor.text)).toBeNull());
    await user.click(await screen.findByText('Undo'));
    expect(await screen.findByText(factor.text)).toBeVisible();

    await user.click(screen.getByText('Cancel meeting'));
    expect(await screen.findByText(/^None is planned/)).toBeVisible();
    await user.click(await screen.findByText('Undo'));
    expect(await screen.findByText(meeting.agenda)).toBeVisible();
  });
});

describe('the timeline beside it', () => {
  it('is chosen from by key, and each entry leads to its place', async () => {
    const { user, incident } = await renderReview();
    const [first] = await screen.findAllByRole('checkbox');
    expect(first).toBeChecked();

    await user.keyboard('jx');
    await waitFor(() => expect(first).not.toBeChecked());
    expect(api.reviewed.of(incident).entries[0].included).toBe(false);
    expect(
      screen.getAllByTitle('On the timeline of the incident')[0],
    ).toHaveAttribute('href', '/incidents/INC-31?part=timeline&entry=1');

    await user.keyboard('xn');
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Ah');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(api.reviewed.of(incident).entries[0].note).toBe('Ah'),
    );
  });
});

describe('the scorecard', () => {
  it('says of each check what was found, and leads to what shows it', async () => {
    const { user } = await renderReview();
    await user.click(screen.getByRole('tab', { name: 'Facts' }));
    const card = within(
      screen.getByRole('region', { name: 'The response in numbers' }),
    );

    expect(card.getByText('1 of 3')).toBeVisible();
    const check = (title: string) =>
      card.getAllByRole('listitem').find(li => li.textContent?.includes(title));
    expect(check('Updates on time')).toHaveTextContent(/missed.*5 of 7$/);
    expect(check('Time to acknowledge')).toHaveTextContent(/4 min.*5 min$/);
    expect(
      card.getByRole('link', { name: 'Time to acknowledge' }),
    ).toHaveAttribute('href', '/incidents/INC-31?part=timeline&entry=3');
  });
});

describe('what contributed', () => {
  it('becomes an action item that does something about it', async () => {
    const { user } = await renderReview({
      factors: [
        {
          id: '7',
          tag: 'capacity',
          text: 'One pool for everything',
          by: nadia,
          seenIn: [],
        },
      ],
    });
    const created = jest.spyOn(api, 'createAction');
    await user.click(
      within(
        screen.getByRole('region', { name: 'Contributing factors' }),
      ).getByRole('button', { name: 'Make action' }),
    );

    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('One pool for everything')).toBeVisible();
    await user.type(
      dialog.getByRole('textbox', { name: /What will be done/ }),
      'Give each client a pool',
    );
    await user.click(dialog.getByRole('button', { name: 'Propose' }));

    await waitFor(() =>
      expect(created).toHaveBeenCalledWith(
        expect.objectContaining({
          title: 'Give each client a pool',
          factor: 'capacity',
          quote: 'One pool for everything',
        }),
      ),
    );
  });
});

describe('a factor that is not added yet', () => {
  it('is kept in this tab until it is added or given up', async () => {
    const { user, page } = await renderReview();
    await user.click(screen.getByText('Add factor'));
    await user.type(field('What contributed'), 'One pool');
    page.unmount();
    await renderReview();

    await user.click(screen.getByText('Add factor'));
    expect(field('What contributed')).toHaveValue('One pool');
    await user.click(screen.getByText('Cancel'));
    await user.click(screen.getByText('Add factor'));
    expect(field('What contributed')).toHaveValue('');
  });
});

describe('an entry of the timeline', () => {
  it('is dragged into a text, or copied by key, as an item of a list', async () => {
    const { user } = await renderReview();
    const [box] = await screen.findAllByRole('checkbox');
    const line = box.closest('li')!;
    const setData = jest.fn();
    fireEvent.dragStart(line, { dataTransfer: { setData } });
    const [type, words] = setData.mock.calls[0];

    expect(type).toBe('text/plain');
    expect(words).toMatch(/^- .*\d:\d\d [AP]M Opened by an alert\n$/);

    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    await user.keyboard('jc');
    expect(copied).toHaveBeenCalledWith(words);
  });
});

describe('words that are selected', () => {
  it('become an action item by key', async () => {
    await renderReview();
    const summary = field('Summary') as HTMLTextAreaElement;
    summary.setSelectionRange(0, 6);
    fireEvent.select(summary);
    fireEvent.keyDown(summary, { altKey: true, code: 'KeyT' });

    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByText(/INC-31/, {
        selector: 'q, blockquote, blockquote *',
      }),
    ).toBeVisible();
  });

  it('become one by `t` where they are read', async () => {
    const { user } = await renderReview();
    const summary = within(screen.getByRole('region', { name: 'Summary' }));
    await user.click(summary.getByRole('button', { name: 'Preview' }));
    const words = await summary.findByText(/^INC-31: Bookings fail/);
    window.getSelection()!.selectAllChildren(words);
    await user.keyboard('t');

    expect(
      within(await screen.findByRole('dialog')).getByText(/INC-31/, {
        selector: 'q, blockquote, blockquote *',
      }),
    ).toBeVisible();
  });
});

describe('who may not write', () => {
  it('reads it', async () => {
    const { incident } = await renderReview();
    const review = api.reviewed.of(incident);
    jest
      .spyOn(api, 'review')
      .mockResolvedValue({ ...review, viewer: { commands: [] } });
    await api.queryClient.invalidateQueries();

    const summary = await screen.findByRole('region', { name: 'Summary' });
    await waitFor(() =>
      expect(within(summary).queryByRole('textbox')).toBeNull(),
    );
    expect(summary).toHaveTextContent('Bookings fail');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Hand in' })).toBeNull();
  });
});
