import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DEFAULT_POLICY } from '@linchpin/backstage-plugin-incidents-common';
import { insightsQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { Knex } from 'knex';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import { EntityNames } from '../history/EntityNames';
import { RecordReader } from '../history/RecordReader';
import { ScopeReader } from '../history/ScopeReader';
import {
  by,
  minute,
  nadia,
  openWard,
  ravi,
  toPayments,
} from '../incidents/__testUtils__/ward';
import { OwnerlessEntities } from '../routing';
import { InsightsReader } from './InsightsReader';
import { NoiseReader } from './NoiseReader';
import { ReadinessReader } from './ReadinessReader';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const zoe = { ref: 'user:default/zoe', name: 'Zoe' };

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function ward(options: { most?: number } = {}) {
    const w = await openWard(await databases.init(databaseId));
    const { knex } = w;
    const catalog = await DirectoryStage.open(knex, [
      { ref: 'user:nadia', memberOf: ['group:payments'] },
      { ref: 'group:commerce' },
      { ref: 'group:payments', title: 'Payments', parent: 'group:commerce' },
      { ref: 'group:nobody' },
      { ref: 'system:checkout' },
      {
        ref: 'component:payments-api',
        title: 'Payments API',
        owner: 'group:payments',
        partOf: ['system:checkout'],
        links: [{ url: 'https://wiki/payments', title: 'Runbook' }],
      },
      { ref: 'component:booking-web', owner: 'group:nobody' },
      { ref: 'component:lost' },
    ]);
    const { directory } = catalog;
    await directory.refresh.run();
    const names = new EntityNames({ knex, directory });
    const time = { now: minute(60) };
    const now = { now: () => time.now };
    const ownerless = new OwnerlessEntities({
      knex,
      directory,
      policy: { maxPeople: 20 },
    });
    const insights = new InsightsReader({
      records: new RecordReader({ knex, now }),
      scopes: new ScopeReader(directory),
      noise: new NoiseReader({ knex, names }),
      readiness: new ReadinessReader({ knex, directory, ownerless, now }),
      names,
      policy: DEFAULT_POLICY,
      settings: { zone: 'UTC' },
      now,
      ...options,
    });
    return {
      ...w,
      catalog,
      time,
      insights: (query: object = {}, person = nadia) =>
        insights.read(accessOf(person), insightsQuerySchema.parse(query)),
    };
  }

  /** An alert that fired at these minutes, for an incident or for none. */
  async function fired(
    knex: Knex,
    title: string,
    at: readonly (readonly [minutes: number, incidentId: string | null])[],
  ) {
    const id = `alert-${title}`;
    await knex('monitoring_alerts').insert({
      id,
      source: 'alertmanager',
      dedup_key: title,
      title,
      severity: 'warning',
      labels: '{}',
      entity_ref: toPayments.entity!.ref,
      last_received_at: new Date(minute(0)),
    });
    await knex('alert_occurrences').insert(
      at.map(([minutes, incidentId]) => ({
        id: `${title}-${minutes}`,
        alert_id: id,
        starts_at: new Date(minute(minutes)),
        received_at: new Date(minute(minutes)),
        firing: false,
        deliveries: 1,
        disposition: 'incident',
        reason: 'default',
        incident_id: incidentId,
      })),
    );
  }

  it('names the first of many services, and says of how many', async () => {
    const w = await ward({ most: 1 });
    const { id } = await w.report('Card payments time out');
    const web = 'component:default/booking-web';
    await w.send(
      id,
      { type: 'mark-affected', entityRef: web, level: 'confirmed' },
      { ...by(nadia, minute(10)), entity: { ref: web, title: 'booking-web' } },
    );

    const { services, named } = await w.insights();

    expect(services).toHaveLength(1);
    expect(named).toEqual({
      teams: { n: 1, of: 1 },
      services: { n: 1, of: 2 },
    });
  });

  it('tells where the time of teams went, and which service it was', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');
    await w.send(id, { type: 'acknowledge' }, by(nadia, minute(10)));
    await w.send(id, { type: 'resolve' }, by(nadia, minute(30)));
    await w.report('A private matter', { at: minute(5), private: true });

    const own = await w.insights();

    expect(own).toMatchObject({
      counted: 2,
      shortened: false,
      zone: 'UTC',
      teams: [
        {
          owner: { ref: 'group:default/payments', title: 'Payments' },
          incidents: 2,
          heldMs: (30 + 55) * 60_000,
        },
      ],
      services: [{ entity: { title: 'Payments API' }, incidents: 2 }],
    });
    expect(await w.insights({}, zoe)).toMatchObject({
      counted: 1,
      phases: { waiting: 10 * 60_000, investigating: 20 * 60_000 },
    });
    expect(await w.insights({ to: minute(1) })).toMatchObject({ counted: 1 });
    const counted = async (query: object) => (await w.insights(query)).counted;
    expect(await counted({ system: 'system:default/checkout' })).toBe(2);
    expect(await counted({ owner: 'group:default/nobody' })).toBe(0);
    expect(await counted({ owner: 'group:default/commerce' })).toBe(2);
  });

  it('tells which alerts fired most often and what became of them, of incidents that one may know of', async () => {
    const w = await ward();
    const acted = await w.report('Card payments time out');
    await w.send(acted.id, { type: 'resolve' }, by(nadia, minute(30)));
    const nothing = await w.report('Was nothing');
    await w.send(
      nothing.id,
      { type: 'dismiss', reason: 'false-alarm' },
      by(ravi, minute(1)),
    );
    const hidden = await w.report('A private matter', { private: true });
    const drill = await w.report('A drill');
    await w.knex('incidents').where({ id: drill.id }).update({ mode: 'drill' });
    await fired(w.knex, 'Rehearsed', [[8, drill.id]]);
    await fired(w.knex, 'TimesOut', [
      [1, acted.id],
      [2, nothing.id],
      [3, nothing.id],
      [4, null],
    ]);
    await fired(w.knex, 'Slow', [[5, acted.id]]);
    await fired(w.knex, 'Secret', [[6, hidden.id]]);
    await fired(w.knex, 'OnRecord', [[7, null]]);

    const { noisiest } = await w.insights({}, zoe);

    const none = {
      live: 0,
      resolved: 0,
      recovered: 0,
      dismissed: 0,
      merged: 0,
      recorded: 0,
    };
    expect(noisiest).toEqual([
      {
        alert: 'TimesOut',
        source: 'alertmanager',
        entity: { ref: toPayments.entity!.ref, title: 'Payments API' },
        fired: 4,
        became: { ...none, resolved: 1, dismissed: 2, recorded: 1 },
      },
      expect.objectContaining({
        alert: 'Slow',
        fired: 1,
        became: { ...none, resolved: 1 },
      }),
    ]);
  });

  it('tells what is not ready, and names what the catalog lets the asking person see', async () => {
    const w = await ward();

    const { readiness } = await w.insights();

    const refs = (entities: { ref: string }[]) =>
      entities.map(({ ref }) => ref.replace('default/', ''));
    expect({
      noOwner: refs(readiness.noOwner),
      ownerWithoutMembers: refs(readiness.ownerWithoutMembers),
      noRunbook: refs(readiness.noRunbook),
      counts: readiness.counts,
    }).toEqual({
      noOwner: ['component:lost', 'system:checkout'],
      ownerWithoutMembers: ['component:booking-web'],
      noRunbook: ['component:booking-web', 'component:lost'],
      counts: {
        noOwner: { n: 2, of: 4 },
        ownerWithoutMembers: { n: 1, of: 4 },
        noRunbook: { n: 2, of: 3 },
      },
    });

    await w
      .knex('directory_entities')
      .where({ entity_ref: 'component:default/lost' })
      .update({ gone_at: new Date(minute(60)) });
    expect((await w.insights()).readiness).toEqual(readiness);
    w.time.now = minute(62);
    const later = await w.insights();
    expect(refs(later.readiness.noRunbook)).toEqual(['component:booking-web']);

    w.catalog.isDown();
    expect((await w.insights()).readiness).toEqual({
      noOwner: [],
      ownerWithoutMembers: [],
      noRunbook: [],
      counts: later.readiness.counts,
    });
  });
});
