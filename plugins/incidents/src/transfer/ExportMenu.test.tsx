import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeIncidents } from '../../dev/renderOnEntityPage';
import { renderIncidentsPage } from '../../dev/renderIncidentsPage';

afterEach(() => {
  jest.restoreAllMocks();
});

async function exportAs(name: string) {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name }));
}

describe('Export', () => {
  it('saves what the filters leave, as a file of the chosen kind', async () => {
    const api = fakeIncidents();
    const asked = jest.spyOn(api, 'exportIncidents');
    URL.createObjectURL = jest.fn(() => 'blob:1');
    URL.revokeObjectURL = jest.fn();
    const saved: string[] = [];
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push(this.download);
      });
    renderIncidentsPage(api, '/all?priority=P1&q=cards');

    await exportAs('CSV, for spreadsheets');

    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({ format: 'csv', priority: ['P1'], q: 'cards' }),
    );
    expect(saved).toEqual(['incidents.csv']);
  });

  it('says why it failed', async () => {
    const api = fakeIncidents();
    jest
      .spyOn(api, 'exportIncidents')
      .mockRejectedValue(new Error('The disk is full'));
    renderIncidentsPage(api, '/all');

    await exportAs('JSON lines, for programs');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The disk is full',
    );
  });
});
