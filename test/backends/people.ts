import { createBackendModule } from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { personaProvider } from '../../packages/backend/src/personas';

/** Tests act as people in every mode, the sample portal in development alone. */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'people',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider(personaProvider);
      },
    });
  },
});
