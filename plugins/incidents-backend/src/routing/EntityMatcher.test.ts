import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DEFAULT_MATCH_LABELS } from '@linchpin/backstage-plugin-incidents-common';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import type { EntitySketch } from '../catalog/__testUtils__/entitiesOf';
import { EntityMatcher } from './EntityMatcher';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
type DatabaseId = Parameters<typeof databases.init>[0];

const catalog: EntitySketch[] = [
  { ref: 'group:booking', title: 'Booking' },
  { ref: 'component:seat-map', owner: 'group:booking' },
  { ref: 'component:rail/search' },
  { ref: 'component:bus/search' },
  { ref: 'resource:pg-7', alertName: 'Payments DB' },
];

async function matcherOn(id: DatabaseId) {
  const stage = await DirectoryStage.open(await databases.init(id), catalog);
  await stage.directory.refresh.run();
  stage.catalog.streamEntities.mockClear();
  const matcher = new EntityMatcher({
    knex: stage.knex,
    directory: stage.directory,
    matchLabels: DEFAULT_MATCH_LABELS,
    now: stage.now,
  });
  return { stage, matcher };
}

describe.each(databases.eachSupportedId())('EntityMatcher on %s', id => {
  it('finds the entity with one statement and without asking the catalog', async () => {
    const { stage, matcher } = await matcherOn(id);

    const statements = await stage.statementsOf(async () => {
      expect(
        await matcher.match({ alertname: 'Slow', service: 'seat-map' }),
      ).toEqual({
        outcome: 'matched',
        entityRef: 'component:default/seat-map',
        lookup: { by: 'name', label: 'service', name: 'seat-map' },
      });
    });

    expect(statements).toBe(1);
    expect(stage.questions).toBe(0);
  });

  it('finds by ref and by annotation', async () => {
    const { matcher } = await matcherOn(id);

    expect(await matcher.match({ component: 'bus/search' })).toMatchObject({
      entityRef: 'component:bus/search',
    });
    expect(await matcher.match({ job: 'payments db' })).toMatchObject({
      entityRef: 'resource:default/pg-7',
    });
  });

  it('does not choose among several, and lists them', async () => {
    const { stage, matcher } = await matcherOn(id);

    expect(await matcher.match({ app: 'search' })).toMatchObject({
      outcome: 'several',
      candidates: [
        { entityRef: 'component:bus/search' },
        { entityRef: 'component:rail/search' },
      ],
    });
    expect(stage.questions).toBe(0);
  });

  it('proposes what is similar where nothing matches', async () => {
    const { matcher } = await matcherOn(id);

    expect(await matcher.match({ app: 'seatmap' })).toEqual({
      outcome: 'none',
      candidates: [
        {
          entityRef: 'component:default/seat-map',
          title: 'seat-map',
          kind: 'component',
          ownerTitle: 'Booking',
        },
      ],
    });
  });

  it('asks the catalog once about what it does not know, for a while', async () => {
    const { stage, matcher } = await matcherOn(id);

    await matcher.match({ service: 'new-api' });
    await matcher.match({ service: 'new-api', pod: 'new-api-7' });
    expect(stage.questions).toBe(1);

    stage.has([...catalog, { ref: 'component:new-api' }]);
    stage.pass({ seconds: 45 });
    expect(await matcher.match({ service: 'new-api' })).toMatchObject({
      outcome: 'matched',
      entityRef: 'component:default/new-api',
    });
    expect(stage.questions).toBe(2);

    await matcher.match({ service: 'new-api' });
    expect(stage.questions).toBe(2);
  });

  it('finds a new entity by ref, by name elsewhere and by annotation', async () => {
    const { stage, matcher } = await matcherOn(id);
    stage.has([
      { ref: 'domain:travel' },
      { ref: 'component:bus/new-api' },
      { ref: 'resource:router-1', alertName: 'Edge, north=1' },
    ]);

    expect(await matcher.match({ service: 'domain:travel' })).toMatchObject({
      entityRef: 'domain:default/travel',
    });
    expect(await matcher.match({ service: 'bus/new-api' })).toMatchObject({
      entityRef: 'component:bus/new-api',
    });
    expect(await matcher.match({ job: 'edge, north=1' })).toMatchObject({
      entityRef: 'resource:default/router-1',
    });
  });

  it('asks one question for a burst of the same labels', async () => {
    const { stage, matcher } = await matcherOn(id);

    const matches = await Promise.all(
      Array.from({ length: 20 }, () => matcher.match({ app: 'unknown' })),
    );

    expect(new Set(matches.map(({ outcome }) => outcome))).toEqual(
      new Set(['none']),
    );
    expect(stage.questions).toBe(1);
  });

  it('finds the entities of alerts that come together with one statement', async () => {
    const { stage, matcher } = await matcherOn(id);

    const statements = await stage.statementsOf(async () => {
      const matches = await Promise.all([
        matcher.match({ service: 'seat-map' }),
        matcher.match({ component: 'bus/search' }),
        matcher.match({ service: 'seat-map', instance: '10.0.0.1' }),
        matcher.match({ app: 'search' }),
      ]);
      expect(matches).toMatchObject([
        { entityRef: 'component:default/seat-map' },
        { entityRef: 'component:bus/search' },
        { entityRef: 'component:default/seat-map' },
        { outcome: 'several' },
      ]);
    });

    expect(statements).toBe(1);
  });

  it('leaves it open while the catalog is down, and finds it afterwards', async () => {
    const { stage, matcher } = await matcherOn(id);
    stage.isDown();

    expect(await matcher.match({ service: 'seat-map' })).toMatchObject({
      outcome: 'matched',
    });
    expect(await matcher.match({ service: 'new-api' })).toMatchObject({
      outcome: 'catalog-unavailable',
    });

    stage.has([...catalog, { ref: 'component:new-api' }]);
    stage.pass({ seconds: 10 });
    expect(await matcher.match({ service: 'new-api' })).toMatchObject({
      outcome: 'matched',
    });
  });

  it('asks nobody where no label says anything', async () => {
    const { stage, matcher } = await matcherOn(id);

    const statements = await stage.statementsOf(async () => {
      expect(await matcher.match({ alertname: 'Slow' })).toEqual({
        outcome: 'none',
        candidates: [],
      });
    });

    expect(statements + stage.questions).toBe(0);
  });
});
