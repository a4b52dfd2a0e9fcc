import { authServiceFactory } from '@backstage/backend-defaults/auth';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { PluginPresence } from './PluginPresence';

const NOW = '2026-11-21T12:00:00.000Z';

describe('in a backend', () => {
  it('sees which plugins are installed', async () => {
    const seen: Record<string, string> = {};
    const asking = createBackendPlugin({
      pluginId: 'incidents',
      register(env) {
        env.registerInit({
          deps: {
            discovery: coreServices.discovery,
            lifecycle: coreServices.rootLifecycle,
          },
          async init({ discovery, lifecycle }) {
            lifecycle.addStartupHook(async () => {
              for (const pluginId of ['notifications', 'signals']) {
                seen[pluginId] = await new PluginPresence({
                  pluginId,
                  discovery,
                  now: { now: () => NOW },
                }).look();
              }
            });
          },
        });
      },
    });
    const notifications = createBackendPlugin({
      pluginId: 'notifications',
      register(env) {
        env.registerInit({
          deps: { router: coreServices.httpRouter },
          async init() {},
        });
      },
    });

    const { server } = await startTestBackend({
      features: [asking, notifications, authServiceFactory],
    });
    await server.stop();

    expect(seen).toEqual({
      notifications: 'installed',
      signals: 'not installed',
    });
  });
});

describe('from answers', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const clock = { seconds: 0 };
  let asked = 0;

  const answer = (status: number | 'none') =>
    server.use(
      http.get(
        'http://localhost:0/api/signals/.backstage/auth/v1/jwks.json',
        () => {
          asked += 1;
          return status === 'none'
            ? HttpResponse.error()
            : new HttpResponse('{}', { status });
        },
      ),
    );
  const presence = () =>
    new PluginPresence({
      pluginId: 'signals',
      discovery: mockServices.discovery(),
      now: {
        now: () =>
          new Date(Date.parse(NOW) + clock.seconds * 1_000).toISOString(),
      },
    });

  beforeEach(() => {
    asked = 0;
    clock.seconds = 0;
  });

  it('keeps an answer for a while, a good one longer', async () => {
    const signals = presence();
    answer(404);
    expect(await signals.look()).toBe('not installed');
    answer(200);
    clock.seconds = 9;
    expect(await signals.look()).toBe('not installed');
    clock.seconds = 10;
    expect(await signals.look()).toBe('installed');
    clock.seconds = 309;
    expect(await signals.look()).toBe('installed');
    expect(asked).toBe(2);
    clock.seconds = 310;
    await signals.look();
    expect(asked).toBe(3);
  });

  it('asks once for all that look together', async () => {
    const signals = presence();
    answer(200);

    expect(await Promise.all([signals.look(), signals.look()])).toEqual([
      'installed',
      'installed',
    ]);
    expect(asked).toBe(1);
  });

  it.each([500, 503, 'none'] as const)(
    'does not take %s for an absent plugin',
    async status => {
      answer(status);
      expect(await presence().look()).toBe('unknown');
    },
  );

  it('does not take a plugin for absent that was there before', async () => {
    const signals = presence();
    answer(200);
    await signals.look();
    answer(404);
    clock.seconds = 400;

    expect(await signals.look()).toBe('unknown');
  });
});
