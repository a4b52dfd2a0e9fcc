import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { nowServiceRef, type NowService } from './nowServiceRef';

function pluginThatAsks(pluginId: string, answers: NowService[]) {
  return createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: { now: nowServiceRef },
        async init({ now }) {
          answers.push(now);
        },
      });
    },
  });
}

describe('nowServiceRef', () => {
  it('tells the time of the system where nobody installs another', async () => {
    const answers: NowService[] = [];
    const backend = await startTestBackend({
      features: [pluginThatAsks('incidents', answers)],
    });
    const before = Date.now();
    const now = answers[0].now();
    const after = Date.now();
    await backend.stop();

    expect(now).toBe(new Date(now).toISOString());
    expect(Date.parse(now)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(now)).toBeLessThanOrEqual(after);
  });

  it('is the same for every plugin', async () => {
    const answers: NowService[] = [];
    const backend = await startTestBackend({
      features: [
        pluginThatAsks('incidents', answers),
        pluginThatAsks('search', answers),
      ],
    });
    await backend.stop();

    expect(answers).toHaveLength(2);
    expect(answers[0]).toBe(answers[1]);
  });

  it('can be moved by whoever installs another', async () => {
    let time = '2026-11-21T10:00:00.000Z';
    const answers: NowService[] = [];
    const backend = await startTestBackend({
      features: [
        pluginThatAsks('incidents', answers),
        createServiceFactory({
          service: nowServiceRef,
          deps: {},
          factory: () => ({ now: () => time }),
        }),
      ],
    });
    await backend.stop();

    expect(answers[0].now()).toBe('2026-11-21T10:00:00.000Z');
    time = '2026-11-21T11:00:00.000Z';
    expect(answers[0].now()).toBe('2026-11-21T11:00:00.000Z');
  });
});
