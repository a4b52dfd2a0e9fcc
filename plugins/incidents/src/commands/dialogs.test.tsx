import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FakeIncidentsApi } from '../../dev/FakeIncidentsApi';
import { fakeIncidents } from '../../dev/renderOnEntityPage';
import { renderIncidentsPage } from '../../dev/renderIncidentsPage';
import { InvalidField, OutdatedIncident } from '../api';

let api: FakeIncidentsApi;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  api = fakeIncidents();
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Opens the dialog that a key starts on a row of the inbox. */
async function opened(number: string, key: string, view = 'teams') {
  const user = userEvent.setup();
  renderIncidentsPage(api, `?at=${number}&view=${view}`);
  await screen.findByRole('region', { name: `Preview of ${number}` });
  await user.keyboard(key);
  return { user, dialog: within(await screen.findByRole('dialog')) };
}

/** Opens a dialog from the menu of the preview. */
async function openedFromMenu(number: string, item: string, view = 'teams') {
  const user = userEvent.setup();
  renderIncidentsPage(api, `?at=${number}&view=${view}`);
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
  return { user, dialog: within(await screen.findByRole('dialog')) };
}

const sentCommand = (send: jest.SpyInstance) => send.mock.lastCall?.[1].command;

describe('the dialogs of commands', () => {
  it('asks for a reason to dismiss before anything is sent', async () => {
    const send = jest.spyOn(api, 'send');
    const { user, dialog } = await opened('INC-43', 'd');

    await user.type(dialog.getByLabelText(/Note/), 'Load test');
    await user.click(dialog.getByRole('button', { name: 'Dismiss' }));

    expect(dialog.getByText('Choose a reason')).toBeInTheDocument();
    expect(send).not.toHaveBeenCalled();

    await user.click(dialog.getByRole('radio', { name: /Expected/ }));
    await user.click(dialog.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() =>
      expect(sentCommand(send)).toEqual({
        type: 'dismiss',
        reason: 'expected',
        note: 'Load test',
      }),
    );
  });

  it('passes on to a group that is searched for on the server', async () => {
    const send = jest.spyOn(api, 'send');
    const { user, dialog } = await opened('INC-43', 'p');

    await user.type(dialog.getByRole('combobox'), 'fin');
    await user.click(await screen.findByRole('option', { name: /Finance/ }));
    await user.type(dialog.getByLabelText('Why is it theirs?'), 'Their bank');
    await user.click(dialog.getByRole('button', { name: 'Pass on' }));

    await waitFor(() =>
      expect(sentCommand(send)).toEqual({
        type: 'pass-on',
        to: 'group:default/finance',
        reason: 'Their bank',
      }),
    );
  });

  it('shows who had it how long when it goes on for the third time', async () => {
    const { dialog } = await opened('INC-40', 'p');

    expect(
      await dialog.findByText('It was passed on 2 times already'),
    ).toBeInTheDocument();
    const stays = dialog.getAllByRole('listitem').map(i => i.textContent);
    expect(stays).toEqual([
      'Finance15 min',
      'Platform20 min',
      'Payments31 min',
    ]);
    expect(
      dialog.getByLabelText('Why has it to go on once more?'),
    ).toBeInTheDocument();
  });

  it('shows what the backend refuses at its field, and keeps what was typed', async () => {
    jest
      .spyOn(api, 'send')
      .mockRejectedValue(new InvalidField('reason', 'Say more than that'));
    const { user, dialog } = await opened('INC-43', 'p');

    await user.type(dialog.getByRole('combobox'), 'fin');
    await user.click(await screen.findByRole('option', { name: /Finance/ }));
    await user.type(dialog.getByLabelText('Why is it theirs?'), 'no');
    await user.click(dialog.getByRole('button', { name: 'Pass on' }));

    expect(await dialog.findByText('Say more than that')).toBeInTheDocument();
    expect(dialog.getByLabelText('Why is it theirs?')).toHaveValue('no');
    expect(dialog.getByRole('combobox')).toHaveValue('Finance');
  });

  it('begins an update with what was said last, and promises the next by the usual cadence', async () => {
    const send = jest.spyOn(api, 'send');
    const { user, dialog } = await opened('INC-41', 'u');

    const action = dialog.getByLabelText('What do we do about it?');
    expect(action).toHaveValue(
      'Failing over payments-db to the replica in the second hall. Done in about ten minutes.',
    );
    await user.clear(action);
    await user.type(action, 'Failed over.');
    await user.click(dialog.getByRole('radio', { name: 'in 30 min' }));
    await user.click(dialog.getByRole('button', { name: 'Post update' }));

    await waitFor(() =>
      expect(sentCommand(send)).toEqual({
        type: 'post-update',
        impact:
          'One in five card payments times out; the others are slow. Vouchers and invoices work.',
        action: 'Failed over.',
        workaround: 'Ask customers to pay by invoice; it is booked at once.',
        nextUpdateAt: '2026-11-21T14:48:00.000Z',
      }),
    );
  });

  it('says that somebody else was faster, keeps the choice, and goes by the new version then', async () => {
    const current = await api.incident('INC-43');
    const send = jest
      .spyOn(api, 'send')
      .mockRejectedValueOnce(
        new OutdatedIncident({ ...current, version: 8 }, 'It has changed'),
      );
    const { user, dialog } = await openedFromMenu('INC-43', 'Set priority');

    await user.click(dialog.getByRole('checkbox', { name: 'redundancy gone' }));
    expect(dialog.getByRole('status')).toHaveTextContent('P2');
    expect(dialog.getByRole('status')).toHaveTextContent(
      'raised one step: redundancy gone',
    );
    await user.click(dialog.getByRole('button', { name: 'Set priority' }));

    expect(
      await dialog.findByText(/changed by somebody else meanwhile/),
    ).toBeInTheDocument();
    expect(
      dialog.getByRole('checkbox', { name: 'redundancy gone' }),
    ).toBeChecked();

    await user.click(dialog.getByRole('button', { name: 'Set priority' }));
    await waitFor(() =>
      expect(send.mock.lastCall?.[1].expectedVersion).toBe(8),
    );
  });

  it('wants a reason for a priority by hand', async () => {
    const { user, dialog } = await openedFromMenu('INC-43', 'Set priority');

    await user.click(dialog.getByRole('radio', { name: 'P1' }));
    await user.click(dialog.getByRole('button', { name: 'Set priority' }));

    expect(dialog.getByText('Say why it is set by hand')).toBeInTheDocument();
  });

  it('asks whether everybody should know of a matter of security, and keeps it private where that is chosen', async () => {
    const send = jest.spyOn(api, 'send');
    const { user, dialog } = await openedFromMenu('INC-44', 'Set priority');
    expect(dialog.queryByText('Should everybody know of it?')).toBeNull();

    await user.click(dialog.getByRole('checkbox', { name: 'security' }));
    await user.click(
      dialog.getByRole('checkbox', { name: /^Keep it among its owner/ }),
    );
    await user.click(dialog.getByRole('button', { name: 'Set priority' }));

    await waitFor(() =>
      expect(send.mock.calls.map(([, { command }]) => command.type)).toEqual([
        'prioritise',
        'make-private',
      ]),
    );
  });

  it('says that what alerts tell of stays in sight', async () => {
    const { user, dialog } = await openedFromMenu('INC-41', 'Set priority');
    await user.click(dialog.getByRole('checkbox', { name: 'security' }));

    expect(dialog.getByText(/Alerts tell of it/)).toBeInTheDocument();
    expect(
      dialog.queryByRole('checkbox', { name: /^Keep it among/ }),
    ).toBeNull();
  });

  it('keeps what was typed when it is cancelled, and forgets it when it was sent', async () => {
    const { user, dialog } = await opened('INC-43', 'd');
    await user.type(dialog.getByLabelText(/Note/), 'Load test');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));

    await user.keyboard('d');
    const again = within(await screen.findByRole('dialog'));
    expect(again.getByLabelText(/Note/)).toHaveValue('Load test');

    await user.click(again.getByRole('radio', { name: /Expected/ }));
    await user.click(again.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() => expect(sessionStorage).toHaveLength(0));
  });

  it('takes back what was changed, by its opposite', async () => {
    const send = jest.spyOn(api, 'send');
    const { user, dialog } = await openedFromMenu('INC-44', 'Set priority');
    const before = await api.incident('INC-44');
    const impact = within(dialog.getByRole('radiogroup', { name: 'Impact' }));
    await user.click(impact.getByRole('radio', { name: 'Low' }));
    await user.click(dialog.getByRole('button', { name: 'Set priority' }));

    await user.click(await screen.findByRole('button', { name: 'Undo' }));

    await waitFor(() =>
      expect(sentCommand(send)).toEqual({
        type: 'prioritise',
        impact: before.impact,
        urgency: before.urgency,
        risks: before.risks,
      }),
    );
  });

  it('assigns a likely entity in one click', async () => {
    const send = jest.spyOn(api, 'send');
    const { user, dialog } = await openedFromMenu(
      'INC-42',
      'Assign entity',
      'unrouted',
    );

    await user.click(
      await dialog.findByRole('button', { name: /payments-api/ }),
    );

    await waitFor(() =>
      expect(sentCommand(send)).toEqual({
        type: 'assign-entity',
        entityRef: 'component:default/payments-api',
      }),
    );
  });

  it('merges into another live incident, never into itself', async () => {
    const send = jest.spyOn(api, 'send');
    const { user, dialog } = await openedFromMenu('INC-43', 'Merge');

    await dialog.findByRole('radio', { name: /Payout file/ });
    expect(dialog.queryByRole('radio', { name: /Refund queue/ })).toBeNull();
    await user.click(dialog.getByRole('radio', { name: /Payout file/ }));
    await user.click(dialog.getByRole('button', { name: 'Merge' }));

    await waitFor(() =>
      expect(sentCommand(send)).toEqual({ type: 'merge', into: 'id-INC-40' }),
    );
  });

  describe('to move alerts out', () => {
    async function openedOverAlerts() {
      const user = userEvent.setup();
      renderIncidentsPage(api, '?at=INC-43&view=teams');
      const button = await screen.findByRole('button', { name: 'Move out…' });
      await user.click(button);
      const dialog = within(await screen.findByRole('dialog'));
      return {
        user,
        dialog,
        alerts: await dialog.findAllByRole('checkbox'),
        submit: () =>
          user.click(dialog.getByRole('button', { name: 'Move out' })),
      };
    }

    it('sends which ones and the title, and is not offered for the last', async () => {
      const send = jest.spyOn(api, 'send');
      const { user, dialog, alerts, submit } = await openedOverAlerts();

      await user.click(alerts[0]);
      await user.click(alerts[2]);
      await user.type(dialog.getByLabelText(/Title/), 'Disk');
      await submit();

      await waitFor(() =>
        expect(sentCommand(send)).toEqual({
          type: 'move-out',
          alerts: [
            'alert-RefundQueueAge > 15 min',
            'alert-RefundWorkerErrors > 2 %',
          ],
          title: 'Disk',
        }),
      );
      await waitFor(() =>
        expect(screen.queryByRole('button', { name: 'Move out…' })).toBeNull(),
      );
    });

    it('wants at least one to move and one to stay', async () => {
      const send = jest.spyOn(api, 'send');
      const { user, dialog, alerts, submit } = await openedOverAlerts();

      await submit();
      expect(dialog.getByText('Choose at least one alert')).toBeInTheDocument();

      for (const alert of alerts) {
        await user.click(alert);
      }
      await submit();
      expect(dialog.getByText(/^Leave at least one/)).toBeInTheDocument();
      expect(send).not.toHaveBeenCalled();
    });
  });

  it('holds with what it waits for and when it is looked at again', async () => {
    const send = jest.spyOn(api, 'send');
    const { user, dialog } = await openedFromMenu('INC-35', 'Put on hold');

    await user.click(dialog.getByRole('radio', { name: 'A vendor' }));
    await user.click(dialog.getByRole('button', { name: 'Put on hold' }));
    expect(dialog.getByText('Choose a time')).toBeInTheDocument();

    await user.click(dialog.getByRole('radio', { name: 'in 4 h' }));
    await user.click(dialog.getByRole('button', { name: 'Put on hold' }));
    await waitFor(() =>
      expect(sentCommand(send)).toMatchObject({
        type: 'hold',
        reason: 'vendor',
        resumeBy: '2026-11-21T18:18:00.000Z',
      }),
    );
  });
});
