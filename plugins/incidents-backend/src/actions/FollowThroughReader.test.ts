import type { PersonSnapshot } from '@linchpin/backstage-plugin-incidents-common';
import { followThroughQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { EntityNames } from '../history/EntityNames';
import { ScopeReader } from '../history/ScopeReader';
import {
  minute,
  nadia,
  openWard,
  ravi,
  toPayments,
} from '../incidents/__testUtils__/ward';
import { insertAction } from './__testUtils__/insertAction';
import { FollowedActionReader } from './FollowedActionReader';
import { FollowThroughReader } from './FollowThroughReader';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const zoe = { ref: 'user:default/zoe', name: 'Zoe' };
const api = toPayments.entity!.ref;
const payments = toPayments.owner!.ref;

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function ward() {
    const w = await openWard(await databases.init(databaseId));
    const { knex } = w;
    const { directory } = await DirectoryStage.open(knex, [
      { ref: 'group:commerce' },
      { ref: 'group:payments', title: 'Payments', parent: 'group:commerce' },
      { ref: 'component:payments-api', owner: 'group:payments' },
    ]);
    await directory.refresh.run();
    const reader = new FollowThroughReader({
      knex,
      actions: new FollowedActionReader(knex),
      scopes: new ScopeReader(directory),
      names: new EntityNames({ knex, directory }),
      settings: { zone: 'Europe/Berlin' },
      now: { now: () => minute(600) },
    });
    return {
      ...w,
      through: (query: object = {}, person: PersonSnapshot = nadia) =>
        reader.read(accessOf(person), followThroughQuerySchema.parse(query)),
      recurred: (actionId: string, incidentId: string, at: number) =>
        knex('action_recurrences').insert({
          action_id: actionId,
          incident_id: incidentId,
          at: new Date(minute(at)),
          due_at: new Date(minute(60)),
        }),
    };
  }

  it('tells of each action once, however many incidents it has, by team and month', async () => {
    const w = await ward();
    const first = await w.report('Queue overflows');
    const second = await w.report('Refunds wait', { at: minute(10) });
    const incidents = [first.id, second.id];
    const dueAt = minute(60);
    await insertAction(w.knex, { number: 1, incidents, dueAt });
    await insertAction(w.knex, {
      number: 2,
      incidents,
      dueAt,
      status: 'verified',
      closedAt: minute(50),
      responsible: nadia,
    });
    await insertAction(w.knex, {
      number: 3,
      incidents,
      dueAt: minute(90_000),
      unowned: true,
    });

    const through = await w.through();
    expect(through.cohorts.filter(({ due }) => due > 0)).toEqual([
      {
        month: '2026-11',
        due: 2,
        closedOnTime: 1,
        closedLate: 0,
        open: 1,
        wontDo: 0,
      },
    ]);
    expect(through).toMatchObject({
      open: { count: 2, overdue: 1, needsOwner: 2 },
      verified: { verified: 1, closed: 1 },
      wontDo: { count: 0, of: 1 },
      teams: [
        {
          owner: { ref: payments, title: 'Payments' },
          open: 1,
          overdue: 1,
          closedOnTime: 1,
          due: 2,
        },
        { owner: null, open: 1, overdue: 0, closedOnTime: 0, due: 0 },
      ],
    });
    expect(
      (await w.through({ owner: ['group:default/commerce'] })).teams,
    ).toMatchObject([{ owner: { ref: payments } }]);
    expect((await w.through({ scope: api })).open.count).toBe(2);
    expect(
      (await w.through({ scope: 'component:default/booking-web' })).open.count,
    ).toBe(0);
  });

  it('looks at what is open now, and at what fell due or was closed in the period', async () => {
    const w = await ward();
    const { id } = await w.report('Queue overflows');
    await insertAction(w.knex, {
      number: 1,
      incidents: [id],
      dueAt: minute(20),
      status: 'done',
      closedAt: minute(10),
    });
    await insertAction(w.knex, {
      number: 2,
      incidents: [id],
      dueAt: minute(20),
    });

    const later = await w.through({ from: minute(30) });
    expect(later).toMatchObject({
      open: { count: 1, overdue: 1 },
      verified: { closed: 0 },
    });
    expect(later.cohorts).toMatchObject([{ due: 0 }]);
  });

  it('puts in the lead what recurred, unless that was no incident of its own', async () => {
    const w = await ward();
    const origin = await w.report('Queue overflows');
    const again = await w.report('Queue overflows again', { at: minute(100) });
    const none = await w.report('Queue overflows?', { at: minute(200) });
    const id = await insertAction(w.knex, {
      number: 1,
      incidents: [origin.id],
    });
    await w.recurred(id, again.id, 100);
    await w.recurred(id, none.id, 200);
    await w
      .knex('incidents')
      .where({ id: none.id })
      .update({ status: 'dismissed' });

    expect((await w.through()).recurredWhileOpen).toEqual({
      incidents: 1,
      items: [
        {
          number: 'INC-2',
          title: 'Queue overflows again',
          at: minute(100),
          action: { number: 'ACT-1', title: 'Do something about it, 1' },
          overdueDays: 1,
        },
      ],
    });
    expect(
      (await w.through({ from: minute(101) })).recurredWhileOpen.items,
    ).toEqual([]);
  });

  it('hides an action that one of its incidents hides, and an incident that is private', async () => {
    const w = await ward();
    const seen = await w.report('Queue overflows');
    const hidden = await w.report('Keys stolen', { private: true });
    const again = await w.report('Keys stolen again', {
      at: minute(100),
      private: true,
    });
    await insertAction(w.knex, {
      number: 1,
      incidents: [seen.id, hidden.id],
    });
    const open = await insertAction(w.knex, {
      number: 2,
      incidents: [seen.id],
    });
    await w.recurred(open, again.id, 100);

    expect(await w.through({}, ravi)).toMatchObject({
      open: { count: 2 },
      recurredWhileOpen: { incidents: 1 },
    });
    expect(await w.through({}, zoe)).toMatchObject({
      open: { count: 1 },
      recurredWhileOpen: { incidents: 0, items: [] },
      teams: [{ open: 1 }],
    });
  });
});
