import { screen, waitFor } from '@testing-library/react';
import type { FakeIncidentsApi } from '../../../dev/FakeIncidentsApi';
import { ago } from '../../../dev/incident';
import { renderIncident } from '../../../dev/renderIncident';
import { fakeIncidents, NOW } from '../../../dev/renderOnEntityPage';

let api: FakeIncidentsApi;

beforeEach(() => {
  api = fakeIncidents();
});

afterEach(() => {
  jest.restoreAllMocks();
  sessionStorage.clear();
});

describe('the one primary button', () => {
  it.each([
    ['INC-43', 'Acknowledge'],
    ['INC-41', 'Post update'],
    ['INC-36', 'Resume'],
    ['INC-35', 'Resolve'],
    ['INC-31', 'Start review'],
    ['INC-30', 'Close'],
    ['INC-103', 'Undo'],
    ['INC-105', 'I am affected too'],
  ])('of %s is %s', async (number, name) => {
    await renderIncident(api, number);

    const primary = screen
      .getAllByRole('button')
      .filter(button => button.dataset.variant === 'primary');
    expect(primary.map(button => button.textContent)).toEqual([name]);
  });

  it('asks for the update first while it is late', async () => {
    api.put({
      ...(await api.incident('INC-35')),
      nextUpdateAt: ago(NOW, 2),
    });
    await renderIncident(api, 'INC-35');

    expect(screen.getByRole('button', { name: 'Post update' })).toHaveAttribute(
      'data-variant',
      'primary',
    );
  });

  it('begins the review and leads to it', async () => {
    const { user } = await renderIncident(api, 'INC-31');

    await user.click(screen.getByRole('button', { name: 'Start review' }));

    expect(
      await screen.findByRole('heading', { name: /^Review: Bookings fail/ }),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Impact' })).toBeVisible();
  });

  it('makes me the lead at a press', async () => {
    const { user } = await renderIncident(api, 'INC-43');

    await user.click(screen.getByRole('button', { name: 'Acknowledge' }));

    expect(await screen.findByText('Mei Tanaka leads')).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Post update' }),
    ).toBeInTheDocument();
  });
});

describe('what is not allowed', () => {
  it('is absent', async () => {
    const { user } = await renderIncident(api, 'INC-105');

    expect(screen.queryByRole('button', { name: 'Change status' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'More' }));
    expect(
      screen.getAllByRole('menuitem').map(item => item.textContent),
    ).toEqual(['Evidence sheet']);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add an entity' })).toBeNull();
    await user.keyboard('u');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leaves a way to say that one is affected', async () => {
    const { user } = await renderIncident(api, 'INC-105');

    await user.click(screen.getByRole('button', { name: 'I am affected too' }));

    expect(
      await screen.findByText(/1 person said so\. You said so too/),
    ).toBeInTheDocument();
  });
});

describe('keys', () => {
  it('open the update, the status and the note', async () => {
    const { user } = await renderIncident(api, 'INC-41');

    await user.keyboard('u');
    expect(
      await screen.findByRole('dialog', { name: /INC-41/ }),
    ).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    await user.keyboard('s');
    expect(
      await screen.findByRole('menuitem', { name: 'Monitoring' }),
    ).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());

    await user.keyboard('n');
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Note' })).toHaveFocus(),
    );
  });

  it('follow at a press of f', async () => {
    const { user } = await renderIncident(api, 'INC-43');

    await user.keyboard('f');

    expect(
      await screen.findByRole('button', { name: 'Following' }),
    ).toHaveAttribute('aria-pressed', 'true');
  });
});
