import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
  type UserEntity,
} from '@backstage/catalog-model';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

const PERSONA_HEADER = 'x-persona';
const DEFAULT_PERSONA = 'guest';

const userNamed = (name: string) =>
  stringifyEntityRef({ kind: 'User', namespace: DEFAULT_NAMESPACE, name });

const personaAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async ({ name }: { name: string }, context) => {
    const { entity } = await context.findCatalogUser({
      entityRef: userNamed(name),
    });
    return { profile: (entity as UserEntity).spec.profile ?? {} };
  },
  initialize() {},
  async authenticate({ req }) {
    return { result: { name: req.get(PERSONA_HEADER) || DEFAULT_PERSONA } };
  },
});

/** Signs everybody in without a password as the catalog user they name. */
export const personaProvider = {
  providerId: 'persona',
  factory: createProxyAuthProviderFactory({
    authenticator: personaAuthenticator,
    signInResolver: async ({ result: { name } }, context) =>
      context.signInWithCatalogUser({ entityRef: userNamed(name) }),
  }),
};

/**
 * Lets the sample portal be seen through the eyes of several people.
 *
 * It is there in development alone: elsewhere the provider is not registered, and nobody is let in.
 */
export const personas = createBackendModule({
  pluginId: 'auth',
  moduleId: 'personas',
  register(env) {
    env.registerInit({
      deps: {
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ logger, providers }) {
        if (process.env.NODE_ENV !== 'development') {
          return;
        }
        logger.warn(
          'Anybody may sign in as any user of the catalog: for development only',
        );
        providers.registerProvider(personaProvider);
      },
    });
  },
});
