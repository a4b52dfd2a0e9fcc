import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeIncidentsApi } from '../../../dev/FakeIncidentsApi';
import { renderIncidentsPage } from '../../../dev/renderIncidentsPage';
import { createIncidentsQueryClient } from '../../api';

async function openPage() {
  const api = new FakeIncidentsApi(createIncidentsQueryClient());
  const user = userEvent.setup();
  renderIncidentsPage(api, '/reviews/follow-through');
  await screen.findByRole('region', { name: 'Closed on time' });
  return { user };
}

const region = (name: RegExp | string) => screen.getByRole('region', { name });

describe('the follow-through', () => {
  it('leads with what came again while it was known how to prevent it', async () => {
    await openPage();

    const lead = region(/Came again/);
    expect(
      within(lead).getByText(
        '1 incident came again while an action that was to prevent it was open.',
      ),
    ).toBeVisible();
    const row = within(lead).getByRole('row', { name: /INC-41/ });
    expect(within(row).getByRole('link', { name: 'ACT-12' })).toHaveAttribute(
      'href',
      '/incidents/reviews/actions?action=ACT-12',
    );
    expect(within(row).getByText('9 d')).toBeVisible();
  });

  it('says of each share what it is of, and of ages how many', async () => {
    await openPage();

    expect(
      within(region('Closed on time')).getByText('7 of 9, 78% on time'),
    ).toBeVisible();
    expect(screen.queryByText('May 2026')).not.toBeInTheDocument();
    const now = region('How it stands');
    expect(
      within(now).getByRole('row', { name: /Overdue.* 3 of 12, 25%/ }),
    ).toBeVisible();
    expect(
      within(now).getByRole('row', { name: /p90 52 d \(n = 12\)/ }),
    ).toBeVisible();
  });

  it('leads from a factor to its incidents and to what is done about it', async () => {
    const { user } = await openPage();
    const card = region('What contributed');

    await user.click(
      await within(card).findByRole('button', {
        name: /missing-alert 5 incidents came again after a review/,
      }),
    );

    expect(within(card).getByRole('link', { name: 'INC-33' })).toBeVisible();
    expect(
      within(card).getByRole('link', { name: '2 open action items' }),
    ).toHaveAttribute(
      'href',
      '/incidents/reviews/actions?factor=missing-alert',
    );
    expect(within(card).getByText('1 overdue')).toBeVisible();
  });
});
