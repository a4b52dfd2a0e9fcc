import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FakeIncidentsApi } from '../../../dev/FakeIncidentsApi';
import { renderIncidentsPage } from '../../../dev/renderIncidentsPage';
import { fakeIncidents } from '../../../dev/renderOnEntityPage';
import { keys } from '../../api/keys';

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
  const page = renderIncidentsPage(api, `/${number}`);
  await waitFor(() => expect(lines().length).toBeGreaterThan(1));
  return { user, page };
}

const timeline = () => screen.getByRole('region', { name: 'Timeline' });
const lines = () =>
  within(timeline())
    .getAllByRole('listitem')
    .map(line => line.textContent);
const noteField = () => screen.getByRole('textbox', { name: 'Note' });

describe('the timeline', () => {
  it('tells what happened, newest first, with what people wrote', async () => {
    await shown('INC-41');

    const told = lines();
    expect(told[0]).toMatch(/Note.*Nadia Rahman.*Replica is in sync/s);
    expect(told[1]).toMatch(/Investigating → Fixing/);
    expect(told[2]).toMatch(
      /Update 2.*Impact.*One in five.*We are.*Failing over.*Workaround.*Ask customers.*Next update/s,
    );
    expect(told.at(-4)).toMatch(/Opened by an alert/);
    expect(told.at(-3)).toMatch(/7 alerts/);
    expect(told.at(-2)).toMatch(/Deployed payments-db 15.9.*12 min before/);
  });

  it('draws a silence', async () => {
    await shown('INC-40');

    expect(lines()).toContain('20 min without an entry');
  });

  it('shows what people did, or the updates alone', async () => {
    const { user } = await shown('INC-41');

    await user.click(screen.getByRole('tab', { name: /^Updates/ }));
    expect(lines()).toHaveLength(2);

    await user.click(screen.getByRole('tab', { name: 'People' }));
    expect(lines().join()).not.toMatch(/alert/);
    expect(lines().join()).toMatch(/Nadia Rahman acknowledged and leads/);
  });

  it('announces what is new, and not what stood there at first', async () => {
    await shown('INC-41');
    const announced = () =>
      within(timeline())
        .getAllByRole('status')
        .map(region => region.textContent)
        .join('');
    expect(announced()).toBe('');

    await api.send('id-INC-41', {
      command: { type: 'change-status', to: 'monitoring' },
    });
    await act(() => api.queryClient.invalidateQueries({ queryKey: keys.all }));

    await waitFor(() => expect(announced()).toMatch(/^Fixing → Monitoring/));
  });

  it('names an event of a newer release by its type', async () => {
    const { items } = await api.timeline('INC-41');
    jest.spyOn(api, 'timeline').mockResolvedValue({
      items: items.map(item =>
        item.kind === 'event' && item.type === 'note-added'
          ? { ...item, type: 'moon-landed', texts: {} }
          : item,
      ),
      nextCursor: null,
    });
    await shown('INC-41');

    expect(lines()[0]).toMatch(/does not know: moon-landed/);
  });
});

describe('a note', () => {
  it('is added by Ctrl and Enter, and renders its Markdown', async () => {
    const { user } = await shown('INC-41');

    await user.type(
      noteField(),
      'Replica **b** leads{Control>}{Enter}{/Control}',
    );

    await waitFor(() =>
      expect(lines()[0]).toMatch(/Note.*Mei Tanaka.*Replica b leads/s),
    );
    expect(within(timeline()).getByText('b').tagName).toBe('STRONG');
    expect(noteField()).toHaveValue('');
  });

  it('shows at once while it is on its way', async () => {
    jest.spyOn(api, 'send').mockReturnValue(new Promise(() => {}));
    const { user } = await shown('INC-41');

    await user.type(noteField(), 'Calling the vendor');
    await user.click(screen.getByRole('button', { name: 'Add note' }));

    expect(lines()[0]).toMatch(/Sending….*Calling the vendor/);
  });

  it('stays in the field when it could not be saved', async () => {
    jest.spyOn(api, 'send').mockRejectedValue(new Error('no connection'));
    api.queryClient.setDefaultOptions({ mutations: { retry: false } });
    const { user } = await shown('INC-41');

    await user.type(noteField(), 'Calling the vendor');
    await user.click(screen.getByRole('button', { name: 'Add note' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The note was not saved and is still here: no connection',
    );
    expect(noteField()).toHaveValue('Calling the vendor');
    expect(lines()[0]).not.toMatch(/Calling the vendor/);
  });

  it('that was not sent is there again after a reload, for its incident alone', async () => {
    const { user, page } = await shown('INC-41');
    await user.type(noteField(), 'Half a thought');
    page.unmount();

    const again = await shown('INC-41');
    expect(noteField()).toHaveValue('Half a thought');
    again.page.unmount();

    await shown('INC-40');
    expect(noteField()).toHaveValue('');
  });

  it('cannot be written by whom it is not allowed', async () => {
    api.allow('INC-41', ['follow']);
    await shown('INC-41');

    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
  });
});
