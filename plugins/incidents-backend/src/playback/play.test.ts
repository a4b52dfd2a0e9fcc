import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { ConfigReader } from '@backstage/config';
import { DEFAULT_DUE_WITHIN } from '@linchpin/backstage-plugin-incidents-common/actions';
import { DEFAULT_REVIEW_POLICY } from '@linchpin/backstage-plugin-incidents-common/reviews';
import {
  DEFAULT_MATCH_LABELS,
  DEFAULT_POLICY,
} from '@linchpin/backstage-plugin-incidents-common';
import type {
  Playback,
  Stage,
} from '@linchpin/backstage-plugin-incidents-node';
import {
  AlertmanagerSource,
  AlertSources,
  readAlertsSettings,
} from '../alerts';
import { readChangesSettings } from '../changes';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import { EntityMatcher, RoutingService } from '../routing';
import { play } from './play';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const NOW = '2026-11-21T12:00:00.000Z';
const mei = {
  ref: 'user:default/mei',
  name: 'Mei',
  ownershipRefs: ['user:default/mei', 'group:default/booking'],
};

function alert(startsAt: string, endsAt?: string) {
  return {
    version: '4',
    alerts: [
      {
        status: endsAt ? 'resolved' : 'firing',
        labels: {
          alertname: 'SeatMapDown',
          service: 'seat-map',
          severity: 'warning',
        },
        annotations: { summary: 'No seats to choose from' },
        startsAt,
        ...(endsAt && { endsAt }),
      },
    ],
  };
}

async function openHouse(id: Parameters<typeof databases.init>[0]) {
  const { knex, directory, now, logger } = await DirectoryStage.open(
    await databases.init(id),
    [
      { ref: 'component:seat-map', owner: 'group:booking' },
      { ref: 'group:booking', title: 'Booking' },
      { ref: 'user:mei', displayName: 'Mei', memberOf: ['group:booking'] },
    ],
  );
  const surroundings = {
    knex,
    logger,
    policy: DEFAULT_POLICY,
    reviewPolicy: DEFAULT_REVIEW_POLICY,
    actionPolicy: { dueWithin: DEFAULT_DUE_WITHIN, zone: 'UTC' },
    directory,
    routing: new RoutingService({ knex, directory, policy: { maxPeople: 20 } }),
    matcher: new EntityMatcher({
      knex,
      directory,
      matchLabels: DEFAULT_MATCH_LABELS,
      now,
    }),
    sources: new AlertSources([new AlertmanagerSource()]),
    alertsSettings: readAlertsSettings(new ConfigReader({})),
    changesSettings: readChangesSettings(new ConfigReader({})),
  };
  return {
    knex,
    logger,
    play: (tell: (stage: Stage) => Promise<void>) => {
      const playback: Playback = { play: jest.fn(tell) };
      return play(playback, NOW, surroundings).then(() => playback);
    },
    async incidents() {
      const rows = await knex('incidents').orderBy('number').select('state');
      return rows.map(row => JSON.parse(row.state));
    },
    async timeline(): Promise<[string, string][]> {
      const rows = await knex('incident_events as e')
        .join('incidents as i', 'i.id', 'e.incident_id')
        .orderBy(['i.number', 'e.sequence'])
        .select('e.type', 'e.at');
      return rows.map(row => [row.type, new Date(row.at).toISOString()]);
    },
  };
}

describe.each(databases.eachSupportedId())('playing a past on %s', id => {
  it('lets people act as through the API, at the time of the stage', async () => {
    const house = await openHouse(id);
    await house.play(async stage => {
      await stage.advanceTo('2026-03-02T09:00:00.000Z');
      const incident = await stage.declare(mei, {
        title: 'Seats are sold twice',
        entityRef: 'component:default/seat-map',
      });
      await stage.advanceTo('2026-03-02T09:20:00.000Z');
      await stage.command(mei, incident, {
        type: 'change-status',
        to: 'fixing',
      });
    });
    expect(await house.incidents()).toMatchObject([
      {
        number: 1,
        source: 'declaration',
        status: 'fixing',
        statusSince: '2026-03-02T09:20:00.000Z',
        owner: { ref: 'group:default/booking', title: 'Booking' },
        lead: { ref: mei.ref, name: 'Mei' },
        stamps: { declaredAt: '2026-03-02T09:00:00.000Z' },
      },
    ]);
  });

  it('takes alerts in as a source sends them, and says which incident they reached', async () => {
    const house = await openHouse(id);
    const reached: unknown[] = [];
    await house.play(async stage => {
      await stage.advanceTo('2026-03-02T09:00:00.000Z');
      const sent = alert('2026-03-02T09:00:00.000Z');
      reached.push(...(await stage.receive('alertmanager', sent)));
      await stage.advanceTo('2026-03-02T09:30:00.000Z');
      const ended = alert(
        '2026-03-02T09:00:00.000Z',
        '2026-03-02T09:30:00.000Z',
      );
      reached.push(...(await stage.receive('alertmanager', ended)));
      await stage.advanceTo(NOW);
    });
    const [incident, ...others] = await house.incidents();
    expect(others).toEqual([]);
    expect(reached).toEqual([incident.id, incident.id]);
    expect(incident).toMatchObject({
      title: 'No seats to choose from',
      status: 'closed',
      recoveredAt: '2026-03-02T09:30:00.000Z',
    });
  });

  it('takes changes in, and lets an incident be linked with the one that caused it', async () => {
    const house = await openHouse(id);
    await house.play(async stage => {
      await stage.advanceTo('2026-03-02T09:00:00.000Z');
      const changeId = await stage.change({
        kind: 'deployment',
        entityRef: 'component:default/seat-map',
        title: 'seat-map 7',
        source: 'ci',
        sourceId: '7',
      });
      await stage.advanceTo('2026-03-02T09:12:00.000Z');
      const incident = await stage.declare(mei, {
        title: 'Seats are sold twice',
        entityRef: 'component:default/seat-map',
      });
      await stage.command(mei, incident, { type: 'link-change', changeId });
    });
    expect(await house.incidents()).toMatchObject([
      {
        causedBy: {
          kind: 'deployment',
          entity: { ref: 'component:default/seat-map', title: 'seat-map' },
          title: 'seat-map 7',
          at: '2026-03-02T09:00:00.000Z',
        },
      },
    ]);
  });

  it('fires every clock on the way at its own time, in order', async () => {
    const house = await openHouse(id);
    await house.play(async stage => {
      await stage.advanceTo('2026-03-02T09:00:00.000Z');
      await stage.receive('alertmanager', alert('2026-03-02T09:00:00.000Z'));
      await stage.advanceTo('2026-03-02T10:59:59.999Z');
    });
    expect(await house.timeline()).toEqual([
      ['declared', '2026-03-02T09:00:00.000Z'],
      ['routed', '2026-03-02T09:00:00.000Z'],
      ['clock-fired', '2026-03-02T09:45:00.000Z'],
      ['clock-fired', '2026-03-02T10:00:00.000Z'],
    ]);
  });

  it('asks nobody to do anything about what is long over', async () => {
    const house = await openHouse(id);
    await house.play(async stage => {
      await stage.advanceTo('2026-03-02T09:00:00.000Z');
      await stage.receive('alertmanager', alert('2026-03-02T09:00:00.000Z'));
    });
    expect(await house.knex('outbox').select('*')).toEqual([]);
  });

  it('lets people review what was, and do something about it', async () => {
    const house = await openHouse(id);
    await house.play(async stage => {
      await stage.advanceTo('2026-03-02T09:00:00.000Z');
      const incident = await stage.declare(mei, {
        title: 'Seats are sold twice',
        entityRef: 'component:default/seat-map',
      });
      await stage.command(mei, incident, { type: 'resolve' });
      await stage.advanceTo('2026-03-03T09:00:00.000Z');
      await stage.review(mei, incident, { type: 'start' });
      await stage.review(mei, incident, {
        type: 'write-section',
        section: 'summary',
        baseVersion: 0,
        text: 'Two seats had one number.',
      });
      const action = await stage.propose(mei, {
        title: 'Number the seats once',
        type: 'prevent',
        responsibleRef: mei.ref,
        incidents: [incident],
      });
      await stage.advanceTo('2026-03-04T09:00:00.000Z');
      await stage.act(mei, action, { type: 'accept' });
      await stage.act(mei, action, { type: 'finish' });
    });

    expect(house.logger.error).not.toHaveBeenCalled();
    expect(await house.knex('reviews').select('status')).toEqual([
      { status: 'draft' },
    ]);
    expect(await house.knex('action_items').select('title', 'status')).toEqual([
      { title: 'Number the seats once', status: 'done' },
    ]);
  });

  it('leaves a database alone in which anything has happened', async () => {
    const house = await openHouse(id);
    const declareOne = async (stage: Stage) => {
      await stage.advanceTo('2026-03-02T09:00:00.000Z');
      await stage.declare(mei, { title: 'Seats are sold twice' });
    };
    await house.play(declareOne);
    const second = await house.play(declareOne);
    expect(second.play).not.toHaveBeenCalled();
    expect(await house.incidents()).toHaveLength(1);
  });

  it('goes on with the present where the past fails, and says so', async () => {
    const house = await openHouse(id);
    await house.play(async stage => {
      await stage.declare(mei, { title: '' });
    });
    expect(await house.incidents()).toEqual([]);
    expect(house.logger.error).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it('says what the catalog does not have', async () => {
    const house = await openHouse(id);
    await house.play(async stage => {
      expect(
        await stage.missing([
          'component:default/seat-map',
          'component:default/wagon-map',
        ]),
      ).toEqual(['component:default/wagon-map']);
      expect(await stage.groupsOf(mei.ref)).toEqual(['group:default/booking']);
    });
    expect(house.logger.error).not.toHaveBeenCalled();
  });
});

it('waits for the disk again once the past is played, also where that fails', async () => {
  const house = await openHouse('SQLITE_3');
  const synchronous = () => house.knex.raw('pragma synchronous');
  const before = await synchronous();
  const during: unknown[] = [];
  await house.play(async () => {
    during.push(...(await synchronous()));
    throw new Error('The past is not known');
  });

  expect(before).toEqual([{ synchronous: 2 }]);
  expect(during).toEqual([{ synchronous: 1 }]);
  expect(await synchronous()).toEqual(before);
});
