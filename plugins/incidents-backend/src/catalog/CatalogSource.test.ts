import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogSource, CatalogUnavailableError } from './CatalogSource';

function sourceOf(getEntitiesByRefs: () => Promise<never>) {
  const catalog = catalogServiceMock.mock({ getEntitiesByRefs });
  const source = new CatalogSource({
    catalog,
    auth: mockServices.auth(),
    fields: ['kind'],
    now: { now: () => '2026-11-21T08:00:00.000Z' },
  });
  return { catalog, source };
}

describe('CatalogSource', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('waits no longer than five seconds for an answer', async () => {
    jest.useFakeTimers();
    const { source } = sourceOf(() => new Promise(() => {}));

    const outcome = source.byRefs(['component:default/a']).catch(e => e);
    await jest.advanceTimersByTimeAsync(5_000);

    expect(await outcome).toBeInstanceOf(CatalogUnavailableError);
  });

  it('asks again at once after a question that the catalog refused', async () => {
    const { catalog, source } = sourceOf(async () => {
      throw Object.assign(new Error('Bad filter'), { statusCode: 400 });
    });

    await expect(source.byRefs(['a'])).rejects.toThrow(CatalogUnavailableError);
    await expect(source.byRefs(['a'])).rejects.toThrow(CatalogUnavailableError);

    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(2);
  });

  it('leaves a catalog alone that has just failed', async () => {
    const { catalog, source } = sourceOf(async () => {
      throw Object.assign(new Error('Down'), { statusCode: 503 });
    });

    await expect(source.byRefs(['a'])).rejects.toThrow('does not answer');
    await expect(source.byRefs(['a'])).rejects.toThrow('a moment ago');

    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
  });
});
