import { resolve } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import incidentsPlugin from '@linchpin/backstage-plugin-incidents-backend';
import {
  isLive,
  type EntityHistory,
  type Inbox,
  type IncidentDetail,
  type IncidentPage,
  type Timeline,
} from '@linchpin/backstage-plugin-incidents-common';
import { guest } from './people';
import { story } from './story';
import { storyModule } from './storyModule';
import { sampleCatalog } from './__testUtils__/organisation';
import { play } from './__testUtils__/stage';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const directory = createMockDirectory();
const PRESENT = new Date().toISOString();
const written = [...play(story(PRESENT), sampleCatalog(), PRESENT).values()];

/** A database that outlives its backend, as the backend's config says it. */
async function databaseConfig(id: Parameters<typeof databases.init>[0]) {
  const knex = await databases.init(id);
  const { client, connection } = knex.client.config;
  if (client !== 'pg') {
    return { client, connection: { directory: directory.path } };
  }
  const { host, port, user, password, database } = connection;
  return {
    client,
    connection: { host, port, user, password, database },
    pluginDivisionMode: 'schema',
  };
}

async function startPortal(database: object) {
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      incidentsPlugin,
      storyModule,
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () =>
          mockServices.userInfo({
            userEntityRef: guest.ref,
            ownershipEntityRefs: [guest.ref, 'group:default/payments'],
          }),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { database },
          story: { everyday: false },
          catalog: {
            rules: [
              {
                allow: [
                  'API',
                  'Component',
                  'Domain',
                  'Group',
                  'Location',
                  'Resource',
                  'System',
                  'User',
                ],
              },
            ],
            locations: [
              {
                type: 'file',
                target: resolve(__dirname, '../../../../examples/catalog.yaml'),
              },
            ],
          },
        },
      }),
    ],
  });
  const get = async <Answer>(path: string): Promise<Answer> => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/incidents${path}`,
      { headers: { Authorization: mockCredentials.user.header(guest.ref) } },
    );
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
    return (await response.json()) as Answer;
  };
  return {
    get,
    stop: () => backend.stop(),
    async incidents() {
      const page = await get<IncidentPage>('/incidents?sort=oldest&limit=100');
      expect(page.nextCursor).toBeNull();
      return page.items;
    },
    async history(ref: string) {
      return get<EntityHistory>(`/entities/${ref}/history`);
    },
  };
}

type Portal = Awaited<ReturnType<typeof startPortal>>;

describe.each(databases.eachSupportedId())('the story on %s', id => {
  let database: object;
  let portal: Portal;
  beforeAll(async () => {
    database = await databaseConfig(id);
    portal = await startPortal(database);
  });
  afterAll(async () => {
    await portal.stop();
  });

  it('comes out of the product as it was written', async () => {
    const incidents = await portal.incidents();
    expect(
      incidents.map(incident => ({
        number: incident.number,
        title: incident.title,
        status: incident.status,
        priority: incident.priority,
        mode: incident.mode,
        entity: incident.entity?.ref,
        owner: incident.owner?.ref,
        unrouted: incident.unrouted ?? undefined,
        lead: incident.lead?.ref,
        reopened: incident.reopened,
        passes: incident.passes,
        affectedPeople: incident.affectedPeople,
      })),
    ).toEqual(
      written.map(({ state, affectedPeople }) => ({
        number: `INC-${state.number}`,
        title: state.title,
        status: state.status,
        priority: state.priority,
        mode: state.mode,
        entity: state.entity?.ref,
        owner: state.owner?.ref,
        unrouted: state.unrouted,
        lead: state.lead?.ref,
        reopened: state.reopened,
        passes: state.passes,
        affectedPeople: affectedPeople.length,
      })),
    );
    for (const { state } of written.filter(each => each.state.mergedInto)) {
      const { mergedInto } = await portal.get<IncidentDetail>(
        `/incidents/INC-${state.number}`,
      );
      expect(mergedInto?.number).toBe(`INC-${state.mergedInto!.number}`);
    }
  });

  it('leaves four incidents live, with the clocks of the present', async () => {
    const live = (await portal.incidents()).filter(({ status }) =>
      isLive(status),
    );
    expect(live.map(({ number }) => number)).toEqual([
      'INC-41',
      'INC-42',
      'INC-43',
      'INC-44',
    ]);
    const p2 = await portal.get<IncidentDetail>('/incidents/INC-41');
    const ahead = Date.parse(p2.nextUpdateAt!) - Date.now();
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThanOrEqual(12 * 60_000);
    expect(p2.clocks.map(({ kind }) => kind)).toContain('update');
    expect(p2.alerts.filter(({ firing }) => firing)).toHaveLength(4);
    expect(p2.told).toContainEqual({ ref: guest.ref, title: guest.name });
  });

  it('lets the guest find the two of their team', async () => {
    const { items } = await portal.get<Inbox>('/inbox');
    expect(
      items.map(({ incident, clock, mark }) => [
        incident.number,
        incident.priority,
        incident.entity?.title,
        clock?.kind,
        mark,
      ]),
    ).toEqual([
      ['INC-41', 'P2', 'payments-api', 'update', null],
      ['INC-43', 'P3', 'refund-worker', 'acknowledge', 'new'],
    ]);
  });

  it('dates what was done to when it was done', async () => {
    const { items } = await portal.get<Timeline>(
      '/incidents/INC-41/timeline?order=oldest',
    );
    const acknowledged = items.find(
      item => item.kind === 'event' && item.type === 'acknowledged',
    )!;
    const minutesAgo = (Date.now() - Date.parse(acknowledged.at)) / 60_000;
    expect(minutesAgo).toBeGreaterThan(33);
    expect(minutesAgo).toBeLessThan(39);
  });

  it('knows the P1 of yesterday', async () => {
    const p1 = await portal.get<IncidentDetail>('/incidents/INC-40');
    const yesterday = new Date(Date.parse(PRESENT) - 24 * 60 * 60_000);
    expect(p1).toMatchObject({
      title: 'Nobody can sign in',
      status: 'resolved',
      priority: 'P1',
      lead: { title: 'Elin Sjöberg' },
      resolvedAt: expect.stringContaining(yesterday.toISOString().slice(0, 10)),
    });
  });

  it('spreads over the year, and spares one service', async () => {
    const troubled = await portal.history('resource/default/payments-db');
    expect(troubled.months).toHaveLength(12);
    expect(
      troubled.months.filter(({ incidents }) => incidents > 0).length,
    ).toBeGreaterThanOrEqual(8);

    const weather = await portal.history('component/default/weather-widget');
    expect(weather.total).toBe(0);
    expect(weather.items).toEqual([]);
  });

  it('is told once', async () => {
    const before = await portal.incidents();
    await portal.stop();
    portal = await startPortal(database);
    expect(await portal.incidents()).toEqual(before);
  });
});
