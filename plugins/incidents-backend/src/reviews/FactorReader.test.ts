import type { PersonSnapshot } from '@linchpin/backstage-plugin-incidents-common';
import { factorsQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { insertAction } from '../actions/__testUtils__/insertAction';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { ScopeReader } from '../history/ScopeReader';
import {
  by,
  mei,
  minute,
  nadia,
  openWard,
  ravi,
  toPayments,
} from '../incidents/__testUtils__/ward';
import { FactorReader } from './FactorReader';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const zoe = { ref: 'user:default/zoe', name: 'Zoe' };
const api = toPayments.entity!.ref;

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function ward() {
    const w = await openWard(await databases.init(databaseId));
    const { knex } = w;
    const { directory } = await DirectoryStage.open(knex, [
      { ref: 'group:commerce' },
      { ref: 'group:payments', parent: 'group:commerce' },
      { ref: 'component:payments-api', owner: 'group:payments' },
    ]);
    await directory.refresh.run();
    const reader = new FactorReader({
      knex,
      scopes: new ScopeReader(directory),
      settings: { zone: 'UTC' },
      now: { now: () => minute(600) },
    });
    return {
      ...w,
      factors: (query: object = {}, person: PersonSnapshot = nadia) =>
        reader.read(accessOf(person), factorsQuerySchema.parse(query)),
      /** An incident of an hour, with a review that names these factors. */
      async learnt(
        tags: readonly string[],
        at: number,
        rest: { approvedAt?: number; private?: true } = {},
      ) {
        const { approvedAt, ...options } = rest;
        const { id } = await w.report('Queue overflows', {
          at: minute(at),
          ...options,
        });
        await w.send(id, { type: 'resolve' }, by(mei, minute(at + 60)));
        // The resolve of one that is major has brought it about already.
        await knex('reviews')
          .insert({
            incident_id: id,
            version: 1,
            state: '{}',
            status: approvedAt === undefined ? 'draft' : 'approved',
            since: new Date(minute(approvedAt ?? at + 60)),
            required: true,
          })
          .onConflict('incident_id')
          .merge();
        await knex('review_factors').insert(
          tags.map((tag, index) => ({
            incident_id: id,
            id: String(index),
            tag,
            sequence: 1,
          })),
        );
        return id;
      },
    };
  }

  it('tells what contributed most often, what recurred and what is done about it', async () => {
    const w = await ward();
    const first = await w.learnt(['load', 'missing-alert'], 0, {
      approvedAt: 100,
    });
    await w.learnt(['load'], 200);
    await w.report('Nobody has looked at it yet', { at: minute(300) });
    await insertAction(w.knex, {
      number: 1,
      factor: 'load',
      dueAt: minute(599),
      incidents: [first],
    });
    await insertAction(w.knex, {
      number: 2,
      factor: 'load',
      dueAt: minute(601),
      incidents: [first],
    });
    await insertAction(w.knex, {
      number: 3,
      factor: 'load',
      status: 'done',
      dueAt: minute(599),
      incidents: [first],
    });

    expect(await w.factors({ scope: api })).toEqual({
      incidents: 2,
      reviewed: 2,
      factors: [
        {
          tag: 'load',
          incidents: 2,
          recurred: true,
          openActions: 2,
          overdueActions: 1,
          numbers: ['INC-2', 'INC-1'],
        },
        {
          tag: 'missing-alert',
          incidents: 1,
          recurred: false,
          openActions: 0,
          overdueActions: 0,
          numbers: ['INC-1'],
        },
      ],
    });
    const whole = await w.factors();
    expect(whole.reviewed).toBe(2);
    expect(await w.factors({ scope: 'group:default/commerce' })).toEqual(whole);
    expect(await w.factors({ scope: 'component:default/booking-web' })).toEqual(
      { incidents: 0, reviewed: 0, factors: [] },
    );
  });

  it('knows of what recurred also where that was learnt before the period', async () => {
    const w = await ward();
    await w.learnt(['load'], 0, { approvedAt: 100 });
    await w.learnt(['load'], 200);

    const { factors, incidents } = await w.factors({ from: minute(150) });
    expect(incidents).toBe(1);
    expect(factors).toMatchObject([
      { tag: 'load', incidents: 1, recurred: true, numbers: ['INC-2'] },
    ]);
  });

  it('says nothing of a private incident to those whom it does not concern', async () => {
    const w = await ward();
    const hidden = await w.learnt(['stolen-token'], 0, {
      approvedAt: 100,
      private: true,
    });
    await w.learnt(['stolen-token'], 200);
    await insertAction(w.knex, {
      number: 1,
      factor: 'stolen-token',
      dueAt: minute(599),
      incidents: [hidden],
    });

    expect((await w.factors({}, ravi)).factors).toMatchObject([
      { incidents: 2, recurred: true, openActions: 1 },
    ]);
    expect(await w.factors({}, zoe)).toEqual({
      incidents: 1,
      reviewed: 1,
      factors: [
        {
          tag: 'stolen-token',
          incidents: 1,
          recurred: false,
          openActions: 0,
          overdueActions: 0,
          numbers: ['INC-2'],
        },
      ],
    });
  });

  it('leaves out what was no incident of its own, and drills', async () => {
    const w = await ward();
    const merged = await w.learnt(['load'], 0);
    const drill = await w.learnt(['load'], 10);
    await w
      .knex('incidents')
      .where({ id: merged })
      .update({ status: 'merged' });
    await w.knex('incidents').where({ id: drill }).update({ mode: 'drill' });

    expect(await w.factors()).toEqual({
      incidents: 0,
      reviewed: 0,
      factors: [],
    });
  });
});
