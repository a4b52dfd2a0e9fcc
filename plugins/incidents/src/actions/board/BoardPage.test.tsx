import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anAction } from '../../../dev/actions';
import { FakeIncidentsApi } from '../../../dev/FakeIncidentsApi';
import { renderIncidentsPage } from '../../../dev/renderIncidentsPage';
import { createIncidentsQueryClient } from '../../api';

const now = Date.parse('2026-11-26T12:00:00Z');

function openBoardAt(query: string) {
  const api = new FakeIncidentsApi(createIncidentsQueryClient(), () => now);
  const user = userEvent.setup();
  renderIncidentsPage(api, `/reviews/actions${query}`);
  return { api, user };
}

async function openBoard(query = '') {
  const board = openBoardAt(query);
  await screen.findByRole('list', { name: 'In progress' });
  return board;
}

const column = (name: string) => screen.getByRole('list', { name });
const card = (title: RegExp) => screen.getByRole('button', { name: title });

describe('the board of action items', () => {
  beforeEach(() => {
    sessionStorage.clear();
    jest.spyOn(Date, 'now').mockReturnValue(now);
  });
  afterEach(() => jest.restoreAllMocks());

  it('stands in columns by state, with what nobody does before them', async () => {
    await openBoard();

    expect(
      within(column('Needs owner')).getByText(/Answer bookings/),
    ).toBeVisible();
    expect(
      within(column('In progress')).getByText('9 d overdue'),
    ).toBeVisible();
    expect(
      within(column('In progress')).getByText('came again: INC-41'),
    ).toBeVisible();
    expect(within(column('Accepted')).getByText('due Nov 29')).toBeVisible();
    expect(within(column('Verified')).getByText(/no payout/)).toBeVisible();
    expect(screen.queryByText(/queue of their own/)).not.toBeInTheDocument();
  });

  it('shows what is overdue under who answers for it', async () => {
    const { user } = await openBoard();

    await user.click(screen.getByRole('button', { name: 'Lanes: none' }));
    await user.click(
      screen.getByRole('menuitemradio', { name: 'who answers for it' }),
    );

    const lane = await screen.findByRole('region', { name: 'Mei Tanaka' });
    expect(within(lane).getByText('1 overdue')).toBeVisible();
    expect(within(lane).getByText(/Alert on connections/)).toBeVisible();
  });

  it('is walked with the arrows, and finishes with a key', async () => {
    const { user } = await openBoard();
    act(() => card(/Answer bookings/).focus());

    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(card(/Alert on connections/)).toHaveFocus();
    await user.keyboard('f');
    await user.type(
      await screen.findByRole('textbox', { name: /What was done/ }),
      'The rule is live',
    );
    await user.click(screen.getByRole('button', { name: 'Finish' }));

    await waitFor(() =>
      expect(
        within(column('Done')).getByText(/Alert on connections/),
      ).toBeVisible(),
    );
  });

  it('moves by a menu what others drag, and asks for what the move needs', async () => {
    const { user } = await openBoard();

    await user.click(screen.getByRole('button', { name: 'Move ACT-9 to' }));
    await user.click(screen.getByRole('menuitem', { name: 'To “Verified”' }));
    await user.click(await screen.findByRole('button', { name: 'Verify' }));
    expect(
      await screen.findByText('Say how you saw that it helps'),
    ).toBeVisible();
    await user.type(
      screen.getByRole('textbox', { name: /How did you see/ }),
      'The disk filled and payouts went on',
    );
    await user.click(screen.getByRole('button', { name: 'Verify' }));

    await waitFor(() =>
      expect(
        within(column('Verified')).getByText(/Retry payouts/),
      ).toBeVisible(),
    );
  });

  it('gives back to whoever did it what was moved by mistake', async () => {
    const { user } = await openBoard();
    const inColumn = (name: string) =>
      within(column(name)).findByText(/Alert on connections/);

    await user.click(screen.getByRole('button', { name: 'Move ACT-12 to' }));
    await user.click(
      screen.getByRole('menuitem', { name: 'To “Needs owner”' }),
    );
    expect(await inColumn('Needs owner')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));

    expect(await inColumn('In progress')).toBeVisible();
  });

  it('nudges all that are selected at once', async () => {
    const { api, user } = await openBoard();
    const sent = jest.spyOn(api, 'sendToActions');
    act(() => card(/Alert on connections/).focus());

    await user.keyboard('x{ArrowDown}x');
    expect(screen.getByText('2 selected')).toBeVisible();
    await user.keyboard('n');

    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(
        expect.objectContaining({
          ids: ['id-ACT-12', 'id-ACT-16'],
          command: { type: 'nudge' },
        }),
      ),
    );
    expect(
      await screen.findByText('Done for 2 action items'),
    ).toBeInTheDocument();
  });

  it('opens an action item by its address, with its facts and its past', async () => {
    const { user } = openBoardAt('?action=ACT-12');

    const panel = await screen.findByRole('dialog');
    expect(await within(panel).findByText(/proposed it/)).toBeVisible();
    expect(within(panel).getByText('Tomás Silva')).toBeVisible();
    expect(within(panel).getAllByText('INC-41')).toHaveLength(2);

    await user.type(within(panel).getByRole('textbox'), 'Rule is in review');
    await user.click(within(panel).getByRole('button', { name: 'Add note' }));
    expect(await within(panel).findByText('Rule is in review')).toBeVisible();

    await user.keyboard('{Escape}');
    await waitFor(() => expect(card(/Alert on connections/)).toHaveFocus());
  });

  it('says of one that no group owns any more why that is so', async () => {
    const api = new FakeIncidentsApi(createIncidentsQueryClient(), () => now);
    api.resetActions([
      anAction(now, {
        number: 'ACT-5',
        title: 'Of a team that is gone',
        age: 3,
        dueIn: 3,
        owner: null,
        unrouted: 'owner-not-in-catalog',
      }),
    ]);
    renderIncidentsPage(api, '/actions/ACT-5');

    expect(
      await screen.findByText(
        'Unrouted: the owner of its entity is not in the catalog',
      ),
    ).toBeVisible();
  });

  it('is where the address of an action item in a message leads', async () => {
    const api = new FakeIncidentsApi(createIncidentsQueryClient(), () => now);
    renderIncidentsPage(api, '/actions/ACT-15');

    expect(
      await within(await screen.findByRole('dialog')).findByText(/proposed it/),
    ).toBeVisible();
  });

  it('keeps what it is narrowed to in the address, and says so', async () => {
    const { user } = await openBoard('?factor=no-limit');

    expect(screen.getByText('Only of no-limit.')).toBeVisible();
    expect(screen.queryByText(/Alert on connections/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await screen.findByText(/Alert on connections/)).toBeVisible();
  });

  it('says so where there is nothing to be done', async () => {
    const api = new FakeIncidentsApi(createIncidentsQueryClient(), () => now);
    api.resetActions([]);
    renderIncidentsPage(api, '/reviews/actions');

    expect(await screen.findByText('No action items')).toBeVisible();
  });
});
