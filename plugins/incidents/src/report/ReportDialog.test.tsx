import { toastApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { FakeIncidentsApi } from '../../dev/FakeIncidentsApi';
import {
  bookingApi,
  paymentsApi,
  paymentsDb,
  receiptMailer,
} from '../../dev/people';
import { fakeIncidents, NOW } from '../../dev/renderOnEntityPage';
import { incidentsApiRef, IncidentsSurface, InvalidField } from '../api';
import { usePathname } from '../navigation/navigation';
import { rootRouteRef } from '../routes';
import { ReportDialog } from './ReportDialog';

const toasts = { post: jest.fn(() => ({ close: jest.fn() })) };

const Opener = (props: { entityRef?: string }) => {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <button onClick={() => setOpen(true)}>Open again</button>
      <output data-testid="path">{usePathname()}</output>
      <ReportDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        entityRef={props.entityRef}
      />
    </>
  );
};

async function open(entityRef: string | undefined, api = fakeIncidents()) {
  renderInTestApp(
    <IncidentsSurface>
      <Opener entityRef={entityRef} />
    </IncidentsSurface>,
    {
      apis: [
        [incidentsApiRef, api],
        [toastApiRef, toasts],
      ],
      mountedRoutes: {
        '/incidents': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  const dialog = await screen.findByRole('dialog');
  return {
    api,
    dialog: within(dialog),
    declare: jest.spyOn(api as FakeIncidentsApi, 'declare'),
    what: within(dialog).getByRole('textbox', { name: 'What is wrong?' }),
  };
}

const gone = () =>
  waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

describe('the report dialog', () => {
  beforeEach(() => {
    sessionStorage.clear();
    toasts.post.mockClear();
  });
  afterEach(() => jest.restoreAllMocks());

  it('takes a problem of a service in one line and Enter', async () => {
    const { what, dialog, declare } = await open(bookingApi.ref);
    expect(what).toHaveFocus();
    expect(
      await dialog.findByText(/^Goes to/, { selector: 'p' }),
    ).toHaveTextContent('Goes to Booking, 6 people. They decide first.');

    await userEvent.keyboard('Search shows no trains{Enter}');
    await gone();

    expect(declare).toHaveBeenCalledWith({
      clientId: expect.any(String),
      title: 'Search shows no trains',
      entityRef: 'component:default/booking-api',
      impact: 'high',
      urgency: 'medium',
      risks: [],
      impactStartedAt: undefined,
      workaround: undefined,
      description: undefined,
      mode: 'real',
      visibility: 'public',
    });
    expect(toasts.post).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'INC-45 is reported',
        links: [{ label: 'Open INC-45', href: '/incidents/INC-45' }],
      }),
    );
    expect(screen.getByTestId('path')).toHaveTextContent('/');
  });

  it('starts at once where the team of the user owns it, and goes on there', async () => {
    const { dialog } = await open(receiptMailer.ref);
    expect(
      await dialog.findByText(/It starts at once\./, { selector: 'p' }),
    ).toBeInTheDocument();

    await userEvent.keyboard('Receipts are blank');
    await userEvent.click(dialog.getByRole('button', { name: 'Declare' }));
    await gone();

    expect(screen.getByTestId('path')).toHaveTextContent('/incidents/INC-45');
    expect(toasts.post).toHaveBeenCalledWith(
      expect.objectContaining({ title: 'INC-45 is declared' }),
    );
  });

  it('says what it suggests and why, and what priority comes of the choice', async () => {
    const { dialog } = await open(bookingApi.ref);

    expect(
      await dialog.findByText(/High impact is suggested:/),
    ).toHaveTextContent('High impact is suggested:');
    expect(
      dialog.getByText(/its tier is tier-1, it is in production/),
    ).toHaveTextContent('12 production components depend on it');
    expect(dialog.getByRole('status')).toHaveTextContent('P2');

    const impact = within(dialog.getByRole('radiogroup', { name: 'Impact' }));
    await userEvent.click(impact.getByRole('radio', { name: 'Low' }));
    expect(dialog.getByRole('status')).toHaveTextContent('P4');

    await userEvent.click(dialog.getByRole('button', { name: /^More/ }));
    await userEvent.click(
      dialog.getByRole('checkbox', { name: 'data may be lost' }),
    );
    expect(dialog.getByRole('status')).toHaveTextContent('P3');
  });

  it('offers what is known first, and counts the user in with one press', async () => {
    const { api, dialog } = await open(bookingApi.ref);
    const send = jest.spyOn(api, 'send');
    const rows = await dialog.findAllByRole('listitem');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringContaining('INC-39, booking-api · Investigating'),
      expect.stringContaining(
        'INC-41, payments-api, which booking-api depends on',
      ),
      expect.stringContaining(
        'INC-38, edge-router, which booking-api depends on',
      ),
    ]);

    await userEvent.keyboard('It spins for ever');
    await userEvent.click(
      dialog.getByRole('button', { name: /^I am affected too by INC-41/ }),
    );
    await gone();

    expect(send).toHaveBeenCalledWith(
      'id-INC-41',
      expect.objectContaining({
        command: { type: 'report-affected', symptom: 'It spins for ever' },
      }),
    );
    expect(toasts.post).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'You are counted in INC-41 and follow it now',
      }),
    );
  });

  it('asks whether it is like one that sounds alike, and puts that first', async () => {
    const { dialog } = await open(bookingApi.ref);
    expect(
      await dialog.findByRole('heading', { name: 'Already known?' }),
    ).toBeInTheDocument();
    await dialog.findAllByRole('listitem');

    await userEvent.keyboard('card payment');

    expect(
      dialog.getByRole('heading', { name: 'Is it like this one?' }),
    ).toBeInTheDocument();
    expect(dialog.getAllByRole('listitem')[0]).toHaveTextContent('INC-41');
  });

  it('says that it was known how to prevent it, and how late that is', async () => {
    await open(paymentsDb.ref);

    expect(
      await screen.findByText('Preventing action ACT-12 is 9 d overdue'),
    ).toBeVisible();
  });

  it('asks for words before anything is sent', async () => {
    const { dialog, declare } = await open(bookingApi.ref);

    await userEvent.keyboard('{Enter}');

    expect(
      await dialog.findByText('Say in a few words what is wrong'),
    ).toBeInTheDocument();
    expect(declare).not.toHaveBeenCalled();
  });

  it('shows what the backend refuses at its field, and keeps what was typed', async () => {
    const { dialog, declare, what } = await open(bookingApi.ref);
    declare.mockRejectedValueOnce(new InvalidField('title', 'must be shorter'));

    await userEvent.keyboard('Search is slow{Enter}');

    expect(await dialog.findByText('must be shorter')).toBeInTheDocument();
    expect(what).toHaveAccessibleDescription('must be shorter');
    expect(what).toHaveValue('Search is slow');
  });

  it('unfolds what was refused where it is folded away', async () => {
    const { dialog, declare } = await open(bookingApi.ref);
    declare.mockRejectedValueOnce(
      new InvalidField('impactStartedAt', 'lies in the future'),
    );

    await userEvent.keyboard('Search is slow{Enter}');

    expect(await dialog.findByText('lies in the future')).toBeInTheDocument();
  });

  it('says what went wrong on the way; a second try means the same report', async () => {
    const { api, dialog, declare } = await open(bookingApi.ref);
    api.queryClient.setDefaultOptions({ mutations: { retry: false } });
    declare.mockRejectedValueOnce(new Error('the line broke'));

    await userEvent.keyboard('Search is slow{Enter}');
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'It was not sent; what you typed is keptthe line broke',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Report' }));
    await gone();

    const [first, second] = declare.mock.calls.map(([request]) => request);
    expect(second).toEqual(first);
  });

  it('keeps what was typed when it is closed, until it is sent', async () => {
    await open(bookingApi.ref);
    await userEvent.keyboard('Search is sl{Escape}');
    await gone();

    await userEvent.click(screen.getByRole('button', { name: 'Open again' }));
    const what = await screen.findByRole('textbox', { name: 'What is wrong?' });
    expect(what).toHaveValue('Search is sl');
    await userEvent.type(what, 'ow{Enter}');
    await gone();

    await userEvent.click(screen.getByRole('button', { name: 'Open again' }));
    expect(
      await screen.findByRole('textbox', { name: 'What is wrong?' }),
    ).toHaveValue('');
  });

  it('takes more for those who know more, and sends it from within a text', async () => {
    const { dialog, declare } = await open(bookingApi.ref);
    await dialog.findByText(/^Goes to/, { selector: 'p' });
    await userEvent.keyboard('Search is slow');
    await userEvent.click(dialog.getByRole('button', { name: /^More/ }));
    await userEvent.click(dialog.getByRole('radio', { name: '15 min ago' }));
    await userEvent.click(dialog.getByRole('checkbox', { name: /^Private/ }));
    await userEvent.click(dialog.getByRole('checkbox', { name: /^Drill/ }));
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'What helps meanwhile?' }),
      'Call us{Control>}{Enter}{/Control}',
    );
    await gone();

    expect(declare).toHaveBeenCalledWith(
      expect.objectContaining({
        impactStartedAt: new Date(NOW - 15 * 60_000).toISOString(),
        workaround: 'Call us',
        mode: 'drill',
        visibility: 'private',
      }),
    );
  });

  it('goes without a place, to be found by others', async () => {
    const { dialog, declare } = await open(undefined);
    expect(
      await dialog.findByText(
        'Goes to Unrouted until somebody finds out where it is.',
      ),
    ).toBeInTheDocument();

    await userEvent.keyboard('Something smells{Enter}');
    await gone();

    expect(declare).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'Something smells',
        entityRef: undefined,
      }),
    );
  });

  it('finds the place on the server and then says what is known there', async () => {
    const { api, dialog } = await open(undefined);
    const asked = jest.spyOn(api, 'entityOptions');

    await userEvent.type(
      dialog.getByRole('combobox', { name: /Where/ }),
      'payments-a',
    );
    await waitFor(() => expect(asked).toHaveBeenCalledWith('payments-a'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'payments-api' }),
    );

    expect(await dialog.findByRole('listitem')).toHaveTextContent('INC-41');
    expect(dialog.getByRole('button', { name: 'Declare' })).toBeVisible();
  });

  it('keeps the place it was opened from when it is left unchanged', async () => {
    const { dialog, declare } = await open(paymentsApi.ref);
    await dialog.findAllByRole('listitem');
    const where = dialog.getByRole('combobox', { name: /Where/ });
    expect(where).toHaveValue('payments-api');

    await userEvent.keyboard('Tokens are refused');
    await userEvent.tab();
    await userEvent.tab();
    expect(where).toHaveValue('payments-api');
    await userEvent.click(dialog.getByRole('button', { name: 'Declare' }));
    await gone();

    expect(declare).toHaveBeenCalledWith(
      expect.objectContaining({ entityRef: 'component:default/payments-api' }),
    );
  });
});
