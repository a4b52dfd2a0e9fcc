import {
  DEFAULT_MATCH_LABELS,
  type Routing,
} from '@linchpin/backstage-plugin-incidents-common';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { EntityMatcher } from './EntityMatcher';
import {
  Rerouter,
  type IncidentsToReroute,
  type IncidentToReroute,
} from './Rerouter';
import { RoutingService } from './RoutingService';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

class WaitingIncidents implements IncidentsToReroute {
  readonly rerouted = new Map<string, Routing>();
  readonly #waiting: IncidentToReroute[];
  readonly #refused: string | undefined;

  constructor(waiting: IncidentToReroute[], refused?: string) {
    this.#waiting = waiting;
    this.#refused = refused;
  }

  async list() {
    return this.#waiting.filter(({ id }) => !this.rerouted.has(id));
  }

  async reroute(id: string, routing: Routing) {
    if (id === this.#refused) {
      throw new Error('changed meanwhile');
    }
    this.rerouted.set(id, routing);
  }
}

async function rerouterOn(
  id: Parameters<typeof databases.init>[0],
  incidents: IncidentsToReroute,
) {
  const stage = await DirectoryStage.open(await databases.init(id), [
    { ref: 'component:seat-map', owner: 'group:booking' },
    { ref: 'group:booking', title: 'Booking' },
    { ref: 'user:mei', displayName: 'Mei', memberOf: ['group:booking'] },
    { ref: 'component:rail/search' },
    { ref: 'component:bus/search' },
  ]);
  const { knex, directory, now, logger } = stage;
  const rerouter = new Rerouter({
    incidents,
    routing: new RoutingService({ knex, directory, policy: { maxPeople: 20 } }),
    matcher: new EntityMatcher({
      knex,
      directory,
      matchLabels: DEFAULT_MATCH_LABELS,
      now,
    }),
    logger,
  });
  return { stage, rerouter };
}

describe.each(databases.eachSupportedId())('Rerouter on %s', id => {
  it('routes by entity or by labels as soon as the catalog answers', async () => {
    const incidents = new WaitingIncidents([
      { id: '1', entityRef: 'component:default/seat-map' },
      { id: '2', labels: { service: 'seat-map' } },
      { id: '3', labels: { service: 'search' } },
      { id: '4', labels: { service: 'unheard-of' } },
      { id: '5' },
    ]);
    const { rerouter } = await rerouterOn(id, incidents);

    await rerouter.run();

    const { rerouted } = incidents;
    expect(rerouted.get('1')).toMatchObject({ owner: { title: 'Booking' } });
    expect(rerouted.get('2')).toMatchObject({
      entity: { ref: 'component:default/seat-map' },
      people: [{ name: 'Mei' }],
    });
    expect(rerouted.get('3')?.unrouted).toBe('several-match');
    expect(rerouted.get('4')?.unrouted).toBe('no-entity');
    expect(rerouted.get('5')?.unrouted).toBe('no-entity');
  });

  it('waits while the catalog is down', async () => {
    const incidents = new WaitingIncidents([
      { id: '1', entityRef: 'component:default/seat-map' },
      { id: '2', labels: { service: 'seat-map' } },
    ]);
    const { stage, rerouter } = await rerouterOn(id, incidents);
    stage.isDown();
    await rerouter.run();
    expect(incidents.rerouted.size).toBe(0);

    stage.has([
      { ref: 'component:seat-map', owner: 'user:mei' },
      { ref: 'user:mei' },
    ]);
    stage.pass({ seconds: 10 });
    await rerouter.run();
    expect(incidents.rerouted.size).toBe(2);
  });

  it('is not held back by one that fails', async () => {
    const incidents = new WaitingIncidents(
      [
        { id: '1', entityRef: 'component:default/seat-map' },
        { id: '2', entityRef: 'component:default/seat-map' },
      ],
      '1',
    );
    const { stage, rerouter } = await rerouterOn(id, incidents);

    await rerouter.run();

    expect([...incidents.rerouted.keys()]).toEqual(['2']);
    expect(stage.logger.warn).toHaveBeenCalledWith(expect.any(String), {
      incidentId: '1',
      error: expect.stringContaining('changed meanwhile'),
    });
  });
});
