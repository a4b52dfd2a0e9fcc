import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { catalogEntities } from '../dev/catalog';
import { fakeIncidents } from '../dev/renderOnEntityPage';
import { incidentsApiRef } from './api';
import {
  EntityIncidentsCard,
  EntityIncidentsContent,
  EntityIncidentsNotice,
  HomePageIncidents,
} from './legacy';
import { Route, Routes } from './navigation/navigation';
import { rootRouteRef } from './routes';

const entity = catalogEntities.find(
  ({ metadata }) => metadata.name === 'booking-api',
)!;

function show(element: JSX.Element) {
  return renderInTestApp(
    <TestApiProvider apis={[[incidentsApiRef, fakeIncidents()]]}>
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/incidents': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('in a portal on the old frontend system', () => {
  afterEach(() => jest.restoreAllMocks());

  it('the card shows what is live', async () => {
    await show(<EntityIncidentsCard />);
    expect(await screen.findByText('INC-39')).toBeInTheDocument();
  });

  it('the notice shows what it depends on', async () => {
    await show(<EntityIncidentsNotice />);
    expect(
      await screen.findByText(/payments-api, which booking-api depends on/),
    ).toBeInTheDocument();
  });

  it('the tab lists what was', async () => {
    await show(
      <Routes>
        <Route path="/" element={<EntityIncidentsContent />} />
      </Routes>,
    );
    expect(
      await screen.findByRole('region', { name: 'Incidents' }),
    ).toBeInTheDocument();
  });

  it('the home page shows what needs a decision', async () => {
    await show(<HomePageIncidents />);
    expect(
      await screen.findByText('Payout file rejected by the bank'),
    ).toBeInTheDocument();
  });
});
