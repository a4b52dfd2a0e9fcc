import { createBackend } from '@backstage/backend-defaults';
import { movableTime } from './movableTime';
import { personas } from './personas';
import { policy } from './policy';
import { storyModule } from './story/storyModule';

const backend = createBackend();

backend.add(import('@linchpin/backstage-plugin-incidents-backend'));
backend.add(
  import('@linchpin/backstage-plugin-search-backend-module-incidents'),
);
backend.add(storyModule);
backend.add(movableTime);

// The rest of the portal: what a service catalog with people in it needs.
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(personas);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(policy);
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.start();
