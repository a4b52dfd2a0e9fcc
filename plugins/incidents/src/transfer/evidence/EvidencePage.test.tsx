import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeIncidents } from '../../../dev/renderOnEntityPage';
import { renderIncidentsPage } from '../../../dev/renderIncidentsPage';

describe('The evidence sheet', () => {
  it('is reached from the incident and says the nine facts, with what was changed', async () => {
    const api = fakeIncidents();
    const { id } = await api.incident('INC-41');
    await api.send(id, {
      command: {
        type: 'correct-time',
        stamp: 'impactStartedAt',
        at: '2026-11-21T09:00:00.000Z',
        reason: 'The log of the bank says so',
      },
    });
    const user = userEvent.setup();
    renderIncidentsPage(api, '/INC-41');

    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(
      await screen.findByRole('menuitem', { name: 'Evidence sheet' }),
    );

    const sheet = within(await screen.findByRole('article'));
    expect(
      sheet.getByRole('heading', { level: 1, name: /^INC-41 · / }),
    ).toBeInTheDocument();
    expect(sheet.getAllByRole('listitem').length).toBeGreaterThanOrEqual(9);
    const row = sheet.getByRole('row', { name: /The log of the bank/ });
    expect(row).toHaveTextContent(/^Impact began.*Mei Tanaka/);
    expect(
      screen.getByRole('button', { name: 'Print or save as PDF' }),
    ).toBeEnabled();
  });

  it('says of a number that does not exist that there is none', async () => {
    renderIncidentsPage(fakeIncidents(), '/INC-9999/evidence');

    expect(await screen.findByText('There is no INC-9999')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Print or save as PDF' }),
    ).toBeNull();
  });

  it('does not say that what was dismissed is yet to be resolved', async () => {
    const api = fakeIncidents();
    api.put({ ...(await api.incident('INC-40')), status: 'dismissed' });
    renderIncidentsPage(api, '/INC-40/evidence');

    expect(
      await screen.findAllByText('Not at all: it was dismissed.'),
    ).toHaveLength(2);
    expect(screen.queryByText('Not yet.')).toBeNull();
  });
});
