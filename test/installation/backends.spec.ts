import { expect, test } from '@playwright/test';
import type { Engine } from '../backends/BackendDatabase';
import type { BackendOptions } from '../backends/Backends';
import { WHOLE_PORTAL, type Feature } from '../backends/features';
import { Installation } from './Installation';

/** However a portal is made up, an alert finds its service and its owner, and is seen by both. */
async function withInstallation(
  engine: Engine,
  options: BackendOptions,
  work: (installation: Installation) => Promise<void>,
) {
  const installation = await Installation.start(engine, options);
  try {
    const title = 'Every request fails';
    const { ownerRef } = await installation.fire(title);
    expect(ownerRef).toMatch(/^group:default\/team-/);
    expect((await installation.card()).live).toMatchObject([{ title }]);
    expect((await installation.inbox()).items).toMatchObject([
      { incident: { title } },
    ]);
    await work(installation);
  } finally {
    await installation.remove();
  }
}

const without = (...absent: Feature[]) =>
  WHOLE_PORTAL.filter(feature => !absent.includes(feature));

test('keeps its tables in a schema where plugins share one database', async () => {
  await withInstallation(
    'PostgreSQL',
    { config: { backend: { database: { pluginDivisionMode: 'schema' } } } },
    async installation => {
      const { checks } = await installation.setup();
      expect(checks.database).toEqual({ client: 'pg', durable: true });
    },
  );
});

test('works in a portal without notifications and signals, and says so on Setup', async () => {
  await withInstallation(
    'SQLite',
    { features: without('notifications', 'signals') },
    async installation => {
      const { checks, notSent } = await installation.setup();
      expect(checks.delivery).toEqual({
        notifications: false,
        signals: false,
        lastError: null,
      });
      expect(notSent).toEqual([]);
    },
  );
});
