import type { PersonSnapshot } from '@linchpin/backstage-plugin-incidents-common';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import {
  minute,
  nadia,
  openWard,
  ravi,
  toPayments,
} from '../incidents/__testUtils__/ward';
import { insertAction } from './__testUtils__/insertAction';
import { PreventingReader } from './PreventingReader';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const zoe = { ref: 'user:default/zoe', name: 'Zoe' };
const api = toPayments.entity!.ref;

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function ward() {
    const w = await openWard(await databases.init(databaseId));
    const reader = new PreventingReader({
      knex: w.knex,
      now: { now: () => minute(600) },
    });
    return {
      ...w,
      preventing: (
        entityRef: string = api,
        incidentId?: string,
        person: PersonSnapshot = nadia,
      ) => reader.of(accessOf(person), entityRef, incidentId),
    };
  }

  it('says what was to prevent it and is not done, the most overdue first', async () => {
    const w = await ward();
    const first = await w.report('Queue overflows');
    const second = await w.report('Queue overflows again', { at: minute(10) });
    const incidents = [first.id, second.id];
    await insertAction(w.knex, { number: 1, incidents, dueAt: minute(700) });
    await insertAction(w.knex, {
      number: 2,
      incidents: [second.id],
      dueAt: minute(500),
      responsible: nadia,
    });
    await insertAction(w.knex, { number: 3, incidents, status: 'done' });
    await insertAction(w.knex, { number: 4, incidents, type: 'detect' });

    expect(await w.preventing()).toEqual([
      {
        id: 'action-2',
        number: 'ACT-2',
        title: 'Do something about it, 2',
        status: 'accepted',
        responsible: { ref: nadia.ref, title: nadia.name },
        owner: { ref: 'group:default/payments', title: 'Payments' },
        dueOn: minute(500).slice(0, 10),
        dueAt: minute(500),
        overdue: true,
        incidents: [{ number: 'INC-2', title: 'Queue overflows again' }],
      },
      expect.objectContaining({
        number: 'ACT-1',
        responsible: null,
        overdue: false,
        incidents: [
          { number: 'INC-2', title: 'Queue overflows again' },
          { number: 'INC-1', title: 'Queue overflows' },
        ],
      }),
    ]);
    expect(await w.preventing('component:default/booking-web')).toEqual([]);
  });

  it('leaves out what came of the incident itself alone', async () => {
    const w = await ward();
    const first = await w.report('Queue overflows');
    const second = await w.report('Queue overflows again');
    await insertAction(w.knex, { number: 1, incidents: [first.id] });
    await insertAction(w.knex, {
      number: 2,
      incidents: [first.id, second.id],
    });

    const numbers = async (id: string) =>
      (await w.preventing(api, id)).map(({ number }) => number);
    expect(await numbers(first.id)).toEqual(['ACT-2']);
    expect(await numbers(second.id)).toEqual(['ACT-1', 'ACT-2']);
  });

  it('says nothing to somebody who may not know of one of its incidents', async () => {
    const w = await ward();
    const seen = await w.report('Queue overflows');
    const hidden = await w.report('Keys stolen', { private: true });
    await insertAction(w.knex, { number: 1, incidents: [seen.id, hidden.id] });

    expect(await w.preventing(api, undefined, ravi)).toHaveLength(1);
    expect(await w.preventing(api, undefined, zoe)).toEqual([]);
  });
});
