import { ConfigReader } from '@backstage/config';
import { readCatalogSettings } from './settings';

function read(catalog?: Record<string, string | Record<string, number>>) {
  return readCatalogSettings(
    new ConfigReader(catalog ? { incidents: { catalog } } : {}),
  );
}

describe('readCatalogSettings', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      refreshEvery: 300_000,
      tierLabel: 'linchpin.dev/tier',
      alertNameAnnotation: 'linchpin.dev/alert-name',
      runbookAnnotation: 'linchpin.dev/runbook',
    });
  });

  it('takes a duration in words or in parts, and other names', () => {
    expect(read({ refreshEvery: '90s' }).refreshEvery).toBe(90_000);
    expect(
      read({ refreshEvery: { minutes: 2 }, tierLabel: 'acme.com/tier' }),
    ).toMatchObject({ refreshEvery: 120_000, tierLabel: 'acme.com/tier' });
  });

  it('refuses what is no duration and names the key', () => {
    expect(() => read({ refreshEvery: 'often' })).toThrow(
      'incidents.catalog.refreshEvery',
    );
  });
});
