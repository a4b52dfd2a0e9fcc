import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import plugin, { incidentsApiRef } from '../src';
import { createIncidentsQueryClient } from '../src/api';
import { catalogEntities } from './catalog';
import { FakeIncidentsApi } from './FakeIncidentsApi';
import { someFigures } from './figures';
import { paymentsApi } from './people';

const fakeIncidents = createFrontendModule({
  pluginId: 'incidents',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: incidentsApiRef,
          deps: {},
          factory: () => {
            const api = new FakeIncidentsApi(createIncidentsQueryClient());
            api.measure(paymentsApi.ref, someFigures(Date.now()));
            return api;
          },
        }),
    }),
  ],
});

const fakeCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: catalogEntities }),
        }),
    }),
  ],
});

createDevApp({
  features: [plugin, fakeIncidents, catalogPlugin, fakeCatalog],
});
