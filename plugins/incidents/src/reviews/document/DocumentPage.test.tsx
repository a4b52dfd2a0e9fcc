import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aReview } from '../../../dev/reviews';
import { renderIncidentsPage } from '../../../dev/renderIncidentsPage';
import { fakeIncidents } from '../../../dev/renderOnEntityPage';

afterEach(() => jest.restoreAllMocks());

describe('a published review', () => {
  it('is read as a page, and leaves out for others what is ours', async () => {
    const user = userEvent.setup();
    const api = fakeIncidents();
    const incident = await api.incident('INC-31');
    api.reviewed.put(aReview(incident, { status: 'draft' }));
    api.reviewed.send(incident, {
      type: 'write-section',
      section: 'went-poorly',
      baseVersion: 0,
      text: 'We looked at the wrong pool.',
    });
    api.reviewed.put({ ...api.reviewed.of(incident), status: 'approved' });
    renderIncidentsPage(api, '/INC-31/review/document');

    const title = await screen.findByRole('heading', { name: /^INC-31: / });
    const sheet = within(title.closest('article')!);
    expect(sheet.getByText('We looked at the wrong pool.')).toBeVisible();

    await user.click(screen.getByRole('radio', { name: 'To share' }));
    expect(
      await screen.findByText(/^What is approved, without names, notes/),
    ).toBeVisible();
    expect(
      await sheet.findByText(/session expired.”\.$|session expired”\.$/),
    ).toBeVisible();
    expect(sheet.queryByText('We looked at the wrong pool.')).toBeNull();
  });

  it('can be taken along as Markdown', async () => {
    const user = userEvent.setup();
    const taken = jest.spyOn(navigator.clipboard, 'writeText');
    renderIncidentsPage(fakeIncidents(), '/INC-31/review/document');
    await screen.findByRole('heading', { name: /^INC-31: / });

    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(
      await screen.findByRole('menuitem', { name: 'Copy Markdown' }),
    );

    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(taken).toHaveBeenCalledWith(expect.stringMatching(/^# INC-31: /));
  });
});
