import { importMappingSchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FakeIncidentsApi } from '../../dev/FakeIncidentsApi';
import { plannedImport } from '../../dev/imports';
import { fakeIncidents } from '../../dev/renderOnEntityPage';
import { incidentsApiRef, IncidentsSurface } from '../api';
import { InvalidField } from '../api/errors';
import { rootRouteRef } from '../routes';
import { ImportsCard } from './ImportsCard';

let api: FakeIncidentsApi;

beforeEach(() => {
  api = fakeIncidents();
});

afterEach(() => {
  jest.restoreAllMocks();
});

function renderCard() {
  renderInTestApp(
    <IncidentsSurface>
      <ImportsCard />
    </IncidentsSurface>,
    {
      apis: [[incidentsApiRef, api]],
      mountedRoutes: { '/incidents': rootRouteRef },
    },
  );
}

const mapping = new File(['system: X'], 'mapping.yaml');
const file = new File(['number\n1\n'], 'log.csv');

async function send(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'Import' }));
  await user.upload(await screen.findByLabelText('Mapping'), mapping);
  await user.upload(screen.getByLabelText('File'), file);
  await user.click(screen.getByRole('button', { name: 'Plan it' }));
}

describe('Imports', () => {
  it('says that nothing was imported yet', async () => {
    renderCard();

    expect(
      await screen.findByText('Nothing was imported yet.'),
    ).toBeInTheDocument();
  });

  it('shows what a file would make and what it cannot, and makes it when told to', async () => {
    const user = userEvent.setup();
    renderCard();

    await send(user);

    const plan = within(
      await screen.findByRole('dialog', { name: 'Plan: log.csv' }),
    );
    expect(plan.getByText('885')).toBeInTheDocument();
    expect(plan.getAllByRole('row').map(row => row.textContent)).toEqual([
      'ColumnValueWhyIncidentsLine',
      'assignment_groupGroup 17is not in the mapping13 made without it214',
      'resolved_at31-02-2016 10:00is no time as the mapping says2 not made1207',
    ]);
    await user.click(plan.getByRole('button', { name: 'Make 885 incidents' }));
    expect(await screen.findByText(/0 of 890/)).toBeInTheDocument();
    expect(
      screen.getByRole('progressbar', { name: 'Progress of ServiceNow' }),
    ).toBeInTheDocument();
  });

  it('says in the language of the screen why, and then what the file says', async () => {
    const { plan, ...job } = plannedImport('log.csv', api.now());
    const [problem] = plan!.problems;
    api.imported.change({
      items: [
        {
          ...job,
          plan: {
            ...plan!,
            problems: [
              {
                ...problem,
                why: 'contradiction',
                detail: 'lies before opened_at (2016-02-29T01:16:00.000Z)',
              },
            ],
          },
        },
      ],
    });
    renderCard();
    await userEvent.click(
      await screen.findByRole('button', { name: /^See plan of/ }),
    );

    expect(await screen.findByText(/^contradicts the rest/)).toHaveTextContent(
      'contradicts the rest: lies before opened_at (2016-02-29T01:16:00.000Z)',
    );
  });

  it.each(['incidents', 'changes'])(
    'says what a mapping of %s needs where it is asked for',
    async rows => {
      renderCard();
      await userEvent.click(
        await screen.findByRole('button', { name: 'Import' }),
      );

      const field = await screen.findByLabelText('Mapping');
      const needed = importMappingSchema.safeParse({ rows }).error!.issues;
      expect(needed.length).toBeGreaterThan(3);
      for (const { path } of needed) {
        expect(field).toHaveAccessibleDescription(
          expect.stringMatching(new RegExp(`\\b${path[0]}\\b`)),
        );
      }
    },
  );

  it('asks for both files, and says of the mapping what is wrong and where', async () => {
    const user = userEvent.setup();
    renderCard();
    await user.click(await screen.findByRole('button', { name: 'Import' }));
    await user.click(await screen.findByRole('button', { name: 'Plan it' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Choose the mapping',
    );
    await user.keyboard('{Escape}');

    jest
      .spyOn(api, 'sendImport')
      .mockRejectedValue(
        new InvalidField('status.values.New.status', 'Invalid enum value'),
      );
    await send(user);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'status.values.New.status: Invalid enum value',
    );
  });

  it('says why one could not be cancelled', async () => {
    const job = plannedImport('log.csv', api.now());
    api.imported.change({
      mayManage: true,
      items: [{ ...job, state: 'importing', made: 400 }],
    });
    api.queryClient.setDefaultOptions({ mutations: { retry: false } });
    jest.spyOn(api, 'cancelImport').mockRejectedValue(new Error('no luck'));
    renderCard();
    await userEvent.click(
      await screen.findByRole('button', { name: /^Cancel ServiceNow/ }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent('no luck');
  });

  it('lists what has become of others, and offers nothing to whoever may not manage', async () => {
    const job = plannedImport('log.csv', api.now());
    api.imported.change({
      mayManage: false,
      items: [
        { ...job, id: '1', state: 'importing', made: 400 },
        { ...job, id: '2', state: 'done', made: 885, known: 3, refused: 2 },
        { ...job, id: '3', state: 'failed', error: 'no such zone' },
        { ...job, id: '4' },
        { ...job, id: '5', state: 'planning', error: 'No catalog' },
      ],
    });
    renderCard();

    const rows = await screen.findAllByRole('listitem');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringContaining('400 of 890'),
      expect.stringContaining('885 made, 3 there already, 2 refused'),
      expect.stringContaining('failed: no such zone'),
      expect.stringContaining('waits for your decision'),
      expect.stringMatching(
        /is being planned.*does not go on and is tried again: No catalog/i,
      ),
    ]);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
