import { screen, waitFor, within } from '@testing-library/react';
import { FakeIncidentsApi } from '../../../dev/FakeIncidentsApi';
import { part, renderIncident } from '../../../dev/renderIncident';
import { createIncidentsQueryClient } from '../../api';

const api = () => new FakeIncidentsApi(createIncidentsQueryClient());

describe('the action items of an incident', () => {
  beforeEach(() => sessionStorage.clear());

  it('are proposed from its page, with what is known of it filled in', async () => {
    const backend = api();
    const created = jest.spyOn(backend, 'createAction');
    const { user } = await renderIncident(backend, 'INC-43');

    await user.click(screen.getByRole('button', { name: 'Propose one' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Propose' }));
    expect(
      await within(dialog).findByText('Say what will be done'),
    ).toBeVisible();

    await user.type(
      within(dialog).getByRole('textbox', { name: /What will be done/ }),
      'Drain the queue by two workers',
    );
    await user.click(within(dialog).getByRole('radio', { name: 'Limit' }));
    await user.click(within(dialog).getByRole('button', { name: 'I do it' }));
    await user.click(within(dialog).getByRole('button', { name: 'Propose' }));

    await waitFor(() =>
      expect(
        within(part('Action items')).getByText(
          /Drain the queue by two workers/,
        ),
      ).toBeVisible(),
    );
    expect(created).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'Drain the queue by two workers',
        type: 'mitigate',
        responsibleRef: 'user:default/mei',
        incidents: ['id-INC-43'],
      }),
    );
    expect(created.mock.calls[0][0].dueOn).toBeUndefined();
  });

  it('warn whoever takes up what one of them was to prevent, and lead there', async () => {
    await renderIncident(api(), 'INC-41');

    expect(
      screen.getByText('Preventing action ACT-12 is 9 d overdue'),
    ).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'ACT-12' })[0]).toHaveAttribute(
      'href',
      '/incidents/reviews/actions?action=ACT-12',
    );
  });
});
