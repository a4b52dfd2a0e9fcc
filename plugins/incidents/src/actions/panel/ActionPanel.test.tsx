import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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
});
