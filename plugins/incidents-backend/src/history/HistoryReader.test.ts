import {
  DEFAULT_POLICY,
  type Routing,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  historyQuerySchema,
  incidentQuerySchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import { insertAction } from '../actions/__testUtils__/insertAction';
import { FollowedActionReader } from '../actions/FollowedActionReader';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import type { EntitySketch } from '../catalog/__testUtils__/entitiesOf';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import { ChangeReader } from '../changes/ChangeReader';
import { ChangeStore } from '../changes/ChangeStore';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { PlannedOnce } from '../database/PlannedOnce';
import {
  by,
  minute,
  nadia,
  openWard,
  toPayments,
} from '../incidents/__testUtils__/ward';
import { RecordMaker } from '../incidents/RecordMaker';
import { EntityNames } from './EntityNames';
import { EntityReader } from './EntityReader';
import { EntityTally } from './EntityTally';
import { FiguresReader } from './FiguresReader';
import { HistoryReader } from './HistoryReader';
import { IncidentReader } from './IncidentReader';
import { RecordReader } from './RecordReader';
import { ScopeReader } from './ScopeReader';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const api = 'component:default/payments-api';
const web = 'component:default/booking-web';
const checkout = 'system:default/checkout';
const payments = 'group:default/payments';
const booking = 'group:default/booking';

/** The payments API and the booking web make the checkout, a part of travel. */
const CATALOG: EntitySketch[] = [
  { ref: 'group:commerce', title: 'Commerce' },
  { ref: 'group:payments', title: 'Payments', parent: 'group:commerce' },
  { ref: 'group:booking', title: 'Booking' },
  { ref: 'domain:travel' },
  { ref: 'system:checkout', partOf: ['domain:travel'] },
  {
    ref: 'component:payments-api',
    owner: 'group:payments',
    partOf: ['system:checkout'],
  },
  {
    ref: 'component:booking-web',
    owner: 'group:booking',
    partOf: ['system:checkout'],
  },
];

const toBooking: Routing = {
  ...toPayments,
  entity: { ref: web, title: 'booking-web', ownerRef: booking },
  owner: { ref: booking, title: 'Booking' },
};

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function ward() {
    const w = await openWard(await databases.init(databaseId));
    const { knex } = w;
    const catalog = await DirectoryStage.open(knex, CATALOG);
    await catalog.directory.refresh.run();
    const now = { now: () => minute(60) };
    const incidents = new IncidentReader(knex, DEFAULT_POLICY);
    const planned = new PlannedOnce(knex);
    const tally = new EntityTally({ knex, planned, now });
    const scopes = new ScopeReader(catalog.directory);
    const store = new ChangeStore();
    const histories = new HistoryReader({
      knex,
      incidents,
      entities: new EntityReader({
        knex,
        planned,
        incidents,
        contexts: {
          async of(ref) {
            return {
              entity: { ref, title: ref.split('/')[1] },
              dependencies: [],
              owner: null,
              unrouted: null,
              told: [],
              toldCount: 0,
            };
          },
        },
        tally,
      }),
      scopes,
      tally,
      figures: new FiguresReader({
        records: new RecordReader({ knex, now }),
        deployments: new ChangeReader({
          knex,
          store,
          catalog: catalog.directory,
          nearBefore: 0,
          now,
        }),
        actions: new FollowedActionReader(knex),
        names: new EntityNames({ knex, directory: catalog.directory }),
        policy: DEFAULT_POLICY,
        settings: { zone: 'Europe/Berlin' },
        now,
      }),
    });
    return {
      ...w,
      catalog,
      /** Two minutes apart, up to the start. */
      deploy: (entityRef: string, ids: readonly string[]) =>
        knex.transaction(tx =>
          store.keep(
            tx,
            ids.map((id, index) => ({
              receivedAt: minute(0),
              change: {
                id,
                kind: 'deployment',
                entityRef,
                title: id,
                source: 'ci',
                sourceId: id,
                startedAt: minute(-2 * index),
              },
            })),
          ),
        ),
      history: (ref: string, query: object = {}, person = nadia) =>
        histories.read(
          accessOf(person),
          ref,
          historyQuerySchema.parse(query),
          true,
        ),
      async listed(query: object) {
        const asked = incidentQuerySchema.parse(query);
        const scope = await scopes.of(asked.scope!, asked.ownership);
        const page = await incidents.list(accessOf(nadia), asked, scope);
        return page.items.map(({ number }) => number).sort();
      },
      /** So many, a minute apart. */
      async reports(count: number, routing: Routing = toPayments) {
        for (let n = 0; n < count; n++) {
          await w.report(`Trouble ${n}`, { at: minute(n), routing });
        }
      },
    };
  }

  it('remembers what happened, the newest first, and counts each month', async () => {
    const w = await ward();
    await w.reports(3);

    const first = await w.history(api, { limit: 2 });
    const rest = await w.history(api, { limit: 2, cursor: first.nextCursor });

    expect(first).toMatchObject({
      total: 3,
      entity: { title: 'payments-api' },
    });
    expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual(
      ['INC-3', 'INC-2', 'INC-1'],
    );
    expect(rest.nextCursor).toBeNull();
    expect(first.months).toHaveLength(12);
    expect(first.months[11]).toEqual({ month: '2026-11', incidents: 3 });
    expect((await w.history(api, { priority: 'P1' })).total).toBe(0);
    expect((await w.history(web)).items).toEqual([]);
  });

  it('has figures from ten incidents on, with the first page', async () => {
    const w = await ward();
    await w.reports(9);
    expect((await w.history(api)).figures).toBeNull();
    await w.report('The tenth', { at: minute(10) });

    const first = await w.history(api, { limit: 2 });

    expect(first.figures).toMatchObject({
      period: { to: minute(60) },
      shortened: false,
      zone: 'Europe/Berlin',
      counted: 10,
      leftOut: {},
      days: [
        {
          day: '2026-11-21',
          from: '2026-11-20T23:00:00.000Z',
          incidents: 10,
          // From the first to now.
          impactMs: 60 * 60_000,
        },
      ],
      impact: { ms: 60 * 60_000, incidents: 10, rule: 'any' },
      durations: { resolve: { n: 0, censored: 0, missing: 10 } },
      changes: { caused: { n: 0, of: 10 }, failRate: null },
      owners: [],
    });
    const { nextCursor: cursor } = first;
    expect((await w.history(api, { cursor })).figures).toBeNull();
    expect((await w.history(api, { to: minute(9) })).figures).toBeNull();
    expect((await w.history(api, { priority: 'P5' })).figures).toBeNull();
  });

  it('counts how many deployments caused one of them, of its own and of what a group owns', async () => {
    const w = await ward();
    await w.reports(9);
    const { id } = await w.report('The tenth', { at: minute(10) });
    const rate = async (ref: string) =>
      (await w.history(ref)).figures?.changes.failRate;
    expect(await rate(api)).toBeNull();

    await w.deploy(api, ['d1', 'd2', 'd3']);
    await w.deploy(web, ['d4']);
    const change = {
      id: 'd2',
      kind: 'deployment',
      entity: { ref: api, title: 'payments-api' },
      title: 'd2',
      at: minute(-2),
    } as const;
    await w.send(
      id,
      { type: 'link-change', changeId: 'd2' },
      { ...by(nadia, minute(12)), change },
    );
    const linked = { n: 1, of: 10 };
    expect(await rate(api)).toEqual({ n: 1, of: 3, linked });
    expect(await rate(payments)).toEqual({ n: 1, of: 3, linked });
  });

  it('says what was kept of what was promised: updates, and action items of its own or of a group', async () => {
    const w = await ward();
    await w.reports(9);
    const { id } = await w.report('The tenth', { at: minute(10) });
    await w.send(id, { type: 'acknowledge' }, by(nadia, minute(11)));
    for (const [at, next] of [
      [12, 20],
      [19, 30],
      [31, 70],
    ]) {
      const said = { impact: 'All of it', action: 'We look' };
      await w.send(
        id,
        { type: 'post-update', ...said, nextUpdateAt: minute(next) },
        by(nadia, minute(at)),
      );
    }
    const due = { incidents: [id], dueAt: minute(40), status: 'done' } as const;
    const kept = { ...due, closedAt: minute(39) };
    await insertAction(w.knex, { ...kept, number: 1 });
    await insertAction(w.knex, { ...due, number: 2, closedAt: minute(41) });
    const entity = { ref: web, title: 'booking-web' };
    await insertAction(w.knex, { ...kept, number: 3, entity });
    await insertAction(w.knex, { ...kept, number: 4, dueAt: minute(61) });

    const promises = async (ref: string) =>
      (await w.history(ref)).figures?.promises;
    expect(await promises(api)).toMatchObject({
      // The first update had a time of its own.
      updates: { n: 2, of: 3 },
      actions: { n: 1, of: 2 },
    });
    expect(await promises(payments)).toMatchObject({
      actions: { n: 2, of: 3 },
    });
  });

  it('has for a system and a domain all of their parts, each incident once', async () => {
    const w = await ward();
    await w.reports(9);
    const { id } = await w.report('Both', {
      at: minute(9),
      routing: toBooking,
    });
    await w.send(
      id,
      { type: 'mark-affected', entityRef: api, level: 'confirmed' },
      { ...by(nadia, minute(10)), entity: toPayments.entity! },
    );

    for (const ref of [checkout, 'domain:default/travel']) {
      const history = await w.history(ref, { limit: 4 });
      expect(history).toMatchObject({
        total: 10,
        figures: { counted: 10, impact: { incidents: 10, rule: 'major' } },
      });
      expect(history.live).toHaveLength(10);
      expect(history.months[11].incidents).toBe(10);
      const { nextCursor: cursor } = history;
      const numbers = [history, await w.history(ref, { cursor })].flatMap(
        ({ items }) => items.map(({ number }) => number),
      );
      expect(new Set(numbers).size).toBe(10);
      expect(await w.listed({ scope: ref, limit: 20 })).toEqual(
        [...numbers].sort(),
      );
    }
    expect((await w.history(web)).total).toBe(1);
    expect((await w.history(api)).total).toBe(10);
  });

  it('says when it was last practised what to do, by the drills that were held', async () => {
    const w = await ward();
    const modes = { drill: 1, real: 2, test: 3, 'called off': 4 };
    for (const [title, n] of Object.entries(modes)) {
      const { id } = await w.report(title, { at: minute(n) });
      await w
        .knex('incidents')
        .where({ id })
        .update({
          mode: title === 'called off' ? 'drill' : title,
          status: title === 'called off' ? 'dismissed' : 'triage',
        });
    }

    expect(await w.history(api)).toMatchObject({ lastDrillAt: minute(1) });
    expect(await w.history(web)).toMatchObject({ lastDrillAt: null });
  });

  it('counts in its months what affected it, and lists also what was only suspected to', async () => {
    const w = await ward();
    const other = { ref: 'component:default/legacy', title: 'legacy' };
    const { id } = await w.report('Elsewhere', {
      routing: { ...toBooking, entity: other },
    });
    const suspect = async (ref: string, level: 'suspected' | 'confirmed') =>
      w.send(
        id,
        { type: 'mark-affected', entityRef: ref, level },
        { ...by(nadia, minute(10)), entity: { ref, title: ref } },
      );
    const counts = async () =>
      Promise.all(
        [api, checkout, booking].map(async ref => {
          const { total, months } = await w.history(ref);
          return [total, months[11].incidents];
        }),
      );

    await suspect(api, 'suspected');
    expect(await counts()).toEqual([
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
    await suspect(web, 'confirmed');
    expect(await counts()).toEqual([
      [1, 0],
      [1, 1],
      [1, 1],
    ]);
  });

  it('has for a group what it owned at the time, or what it owns now', async () => {
    const w = await ward();
    await w.reports(10);
    await w.report('Elsewhere', { routing: toBooking });
    w.catalog.has(
      CATALOG.map(entity =>
        entity.ref === 'component:payments-api'
          ? { ...entity, owner: 'group:booking' }
          : entity,
      ),
    );
    w.catalog.pass({ minutes: 60 });
    await w.catalog.directory.refresh.run();

    const totals = async (ownership: string) => {
      const refs = [payments, booking, 'group:default/commerce'];
      const histories = await Promise.all(
        refs.map(ref => w.history(ref, { ownership })),
      );
      return histories.map(({ total, figures }) => [total, figures?.counted]);
    };

    expect(await totals('at-the-time')).toEqual([
      [10, 10],
      [1, undefined],
      [10, 10],
    ]);
    expect(await totals('now')).toEqual([
      [0, undefined],
      [11, 11],
      [0, undefined],
    ]);
    expect(
      await w.listed({ scope: booking, ownership: 'now', limit: 20 }),
    ).toHaveLength(11);
    // Those that are with it wait for it still.
    expect((await w.history(payments, { ownership: 'now' })).live).toHaveLength(
      10,
    );
  });

  it('counts nothing that the asking person may not know of', async () => {
    const w = await ward();
    await w.reports(9);
    await w.report('A private matter', { at: minute(9), private: true });

    expect((await w.history(api)).figures).toMatchObject({ counted: 10 });
    const others = await w.history(
      api,
      {},
      { ref: 'user:default/zoe', name: 'Zoe' },
    );
    expect(others).toMatchObject({ total: 9, figures: null });
  });

  it('says of how many there is no record yet, until it is made', async () => {
    const w = await ward();
    await w.reports(11);
    await w
      .knex('incidents')
      .where({ number: 1 })
      .update({ facts_version: null, accountable_ref: null });

    expect((await w.history(api)).figures).toMatchObject({
      counted: 10,
      leftOut: { unrecorded: 1 },
    });
    expect((await w.history(payments)).total).toBe(10);
    await new RecordMaker(w).run();
    expect((await w.history(api)).figures).toMatchObject({
      counted: 11,
      leftOut: {},
    });
    expect((await w.history(payments)).total).toBe(11);
  });

  it('narrows a list to what a change is linked with', async () => {
    const w = await ward();
    await w.reports(3);
    await w
      .knex('incidents')
      .where({ number: 1 })
      .update({ cause: 'deployment' });
    await w
      .knex('incidents')
      .where({ number: 2 })
      .update({ cause: 'configuration' });

    const caused = (cause: string) => w.listed({ scope: api, cause });
    expect(await caused('change')).toEqual(['INC-1', 'INC-2']);
    expect(await caused('configuration')).toEqual(['INC-2']);
  });
});
