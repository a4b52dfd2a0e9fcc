import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { outdated } from '../../../dev/refused';
import { fakeIncidents } from '../../../dev/renderOnEntityPage';
import { renderIncidentsPage } from '../../../dev/renderIncidentsPage';

describe('an action item', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is given to somebody else, and whoever answers for it stays', async () => {
    const user = userEvent.setup();
    const api = fakeIncidents();
    renderIncidentsPage(api, '/actions/ACT-12');
    const fact = async (name: string) =>
      (await screen.findByText(name, { selector: 'dt' })).parentElement!;
    expect(await fact('Does it')).toHaveTextContent('Tomás Silva');

    await user.click(
      within(await fact('Does it')).getByRole('button', { name: /Change/ }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Who does ACT-12?' }),
    );
    await user.clear(dialog.getByRole('combobox'));
    await user.type(dialog.getByRole('combobox'), 'nad');
    await user.click(await screen.findByRole('option', { name: /Nadia/ }));
    await user.click(dialog.getByRole('button', { name: 'Give' }));

    expect(
      await screen.findByText('ACT-12 has changed hands'),
    ).toBeInTheDocument();
    expect(await fact('Does it')).toHaveTextContent('Nadia Rahman');
    expect(await fact('Answers for it')).toHaveTextContent('Mei Tanaka');
  });

  it('loses its description where somebody empties it, and keeps it otherwise', async () => {
    const user = userEvent.setup();
    const api = fakeIncidents();
    const sent = jest.spyOn(api, 'sendToAction');
    renderIncidentsPage(api, '/actions/ACT-12');
    const editing = async () => {
      await user.click(await screen.findByText('Edit', { selector: 'span' }));
      return within(await screen.findByRole('dialog', { name: 'Edit ACT-12' }));
    };
    const send = async (dialog: Awaited<ReturnType<typeof editing>>) =>
      user.click(dialog.getByRole('button', { name: 'Edit' }));

    await send(await editing());
    const dialog = await editing();
    const description = dialog.getByLabelText(/Description/);
    await user.type(description, 'x');
    await user.clear(description);
    await send(dialog);

    expect(sent.mock.calls.map(([, { command }]) => command)).toMatchObject([
      { description: undefined },
      { description: '' },
    ]);
  });

  it('keeps what was typed where somebody else was first, and takes it when it is sent once more', async () => {
    const user = userEvent.setup();
    const api = fakeIncidents();
    const sent = jest
      .spyOn(api, 'sendToAction')
      .mockRejectedValueOnce(await outdated('It was changed meanwhile'));
    renderIncidentsPage(api, '/actions/ACT-12');
    await user.click(await screen.findByText('Edit', { selector: 'span' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Edit ACT-12' }),
    );
    const title = dialog.getByLabelText('What will be done?');
    await user.clear(title);
    await user.type(title, 'Alert at 80 %');
    const send = dialog.getByRole('button', { name: 'Edit' });

    await user.click(send);
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'It was changed meanwhile',
    );
    expect(title).toHaveValue('Alert at 80 %');
    await user.click(send);

    expect(await screen.findByText('ACT-12 is changed')).toBeInTheDocument();
    expect(
      sent.mock.calls.map(([, { expectedVersion }]) => expectedVersion),
    ).toEqual([expect.any(Number), undefined]);
  });
});
