import {
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import type { AlertSource, ParsedMessage } from './AlertSource';
import { alertSourcesExtensionPoint } from './alertSourcesExtensionPoint';

/** A protocol of one alert per message, as somebody else would write it. */
class DoorbellSource implements AlertSource {
  readonly id = 'doorbell';
  readonly title = 'Doorbell';
  readonly overloadStatus = 503;

  parse({ body, receivedAt }: Parameters<AlertSource['parse']>[0]) {
    const { door } = body as { door: string };
    return {
      alerts: [
        {
          dedupKey: door,
          state: 'firing',
          startsAt: receivedAt,
          title: `Somebody is at ${door}`,
          severity: 'info',
          labels: { door },
          annotations: {},
        },
      ],
      rejected: [],
      truncated: 0,
    } satisfies ParsedMessage;
  }
}

describe('alertSourcesExtensionPoint', () => {
  it('brings the source of a module to the plugin', async () => {
    const sources: AlertSource[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          alertSourcesExtensionPoint,
          { addSource: source => sources.push(source) },
        ],
      ],
      features: [
        createBackendPlugin({
          pluginId: 'incidents',
          register: env => env.registerInit({ deps: {}, async init() {} }),
        }),
        createBackendModule({
          pluginId: 'incidents',
          moduleId: 'doorbell',
          register(env) {
            env.registerInit({
              deps: { alertSources: alertSourcesExtensionPoint },
              async init({ alertSources }) {
                alertSources.addSource(new DoorbellSource());
              },
            });
          },
        }),
      ],
    });
    await backend.stop();

    expect(sources.map(source => source.id)).toEqual(['doorbell']);
    expect(
      sources[0].parse({
        body: { door: 'back door' },
        headers: {},
        receivedAt: '2026-11-21T10:00:00.000Z',
      }).alerts,
    ).toEqual([
      expect.objectContaining({
        dedupKey: 'back door',
        startsAt: '2026-11-21T10:00:00.000Z',
      }),
    ]);
  });
});
