import {
  createIncidentConditionalDecision,
  incidentConditions,
} from '../authorization/rules';
import { incidentReadPermission } from '@linchpin/backstage-plugin-incidents-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { by, mei, minute, nadia, ravi } from '../incidents/__testUtils__/ward';
import { IncidentActions } from './IncidentActions';
import {
  catalogWith,
  CATALOG,
  openActionDesk,
  ORDERS,
  PAYMENTS,
} from './__testUtils__/desk';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const payments = { ref: PAYMENTS, title: 'Payments' };
const orders = { ref: ORDERS, title: 'Orders' };
const api = 'component:default/payments-api';

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function desk() {
    const d = await openActionDesk(await databases.init(databaseId));
    const { id: incidentId } = await d.report('Card payments time out');
    return { ...d, incidentId };
  }

  it('keeps what is proposed, with who owns it and who is told, however often it is sent', async () => {
    const d = await desk();
    const request = { clientId: 'c1', description: 'Twice in a month' };
    const id = await d.propose('INC-1', request);
    expect(await d.propose('INC-1', request)).toBe(id);

    expect(await d.get('ACT-1')).toMatchObject({
      id,
      number: 'ACT-1',
      status: 'proposed',
      priority: 'P2',
      entity: { ref: api },
      owner: payments,
      responsible: { ref: ravi.ref, title: 'Ravi' },
      accountable: { ref: nadia.ref },
      dueOn: '2026-12-03',
      dueAt: '2026-12-04T00:00:00.000Z',
      overdue: false,
      description: 'Twice in a month',
      incidents: [{ number: 'INC-1', title: 'Card payments time out' }],
      events: [{ sequence: 1, type: 'proposed' }],
      createdBy: { ref: mei.ref },
    });
    expect(await d.told(id)).toEqual(['proposed Ravi']);
    expect(await d.knex('action_items')).toHaveLength(1);
  });

  it('names the field that is wrong, and keeps nothing', async () => {
    const d = await desk();
    for (const [request, message] of [
      [{ incidents: ['INC-9'] }, 'incidents: No incident INC-9'],
      [{ responsibleRef: 'user:default/nobody' }, 'responsibleRef: There is'],
      [{ accountableRef: 'group:default/none' }, 'accountableRef: There is'],
      [{ entityRef: 'component:default/none' }, 'entityRef: There is no'],
      [{ dueOn: '2026-11-20' }, 'dueOn: must not be over'],
    ] as const) {
      await expect(d.propose('INC-1', request as object)).rejects.toThrow(
        message,
      );
    }
    expect(await d.knex('action_items')).toEqual([]);
    await d.propose('INC-1');
    expect((await d.get('ACT-1')).number).toBe('ACT-1');
  });

  it('carries out a command once, and tells whoever looked at an earlier version', async () => {
    const d = await desk();
    const id = await d.propose('INC-1');
    await d.send(id, { type: 'accept' }, mei, { clientId: 'c1' });
    await d.send(id, { type: 'accept' }, mei, { clientId: 'c1' });
    await expect(
      d.send(id, { type: 'start' }, ravi, { expectedVersion: 1 }),
    ).rejects.toThrow('changed by somebody else');
    await d.send(id, { type: 'finish', note: 'Rolled out' }, ravi);

    const detail = await d.get(id);
    expect(detail.events.map(({ type }) => type)).toEqual([
      'proposed',
      'accepted',
      'finished',
    ]);
    expect(detail.events[2].data).toEqual({ note: 'Rolled out' });
    expect(await d.told(id)).toEqual(['finished Nadia']);
    expect(await d.knex('clocks').where({ subject_kind: 'action' })).toEqual(
      [],
    );
  });

  it('keeps its description where it is changed otherwise, and has none where it is emptied', async () => {
    const d = await desk();
    const id = await d.propose('INC-1', { description: 'Twice in a month' });
    const { title, type: actionType, priority } = await d.get(id);
    const edit = { type: 'edit', title, actionType, priority } as const;

    await d.send(id, { ...edit, title: 'Alert before the queue is full' }, mei);
    expect((await d.get(id)).description).toBe('Twice in a month');
    await d.send(id, { ...edit, description: '' }, mei);
    expect((await d.get(id)).description).toBeNull();
    await d.send(id, { ...edit, description: 'Once a week' }, mei);
    expect((await d.get(id)).description).toBe('Once a week');
  });

  it('tells the open screens of its incidents whatever has changed, and nothing else', async () => {
    const d = await desk();
    const id = await d.propose('INC-1');
    await d.send(id, { type: 'accept' }, mei, { clientId: 'c1' });
    await d.send(id, { type: 'accept' }, mei, { clientId: 'c1' });
    await d.actions.follower.run();
    expect(d.hinted).toEqual([d.incidentId, d.incidentId]);

    await d.engine.tick('2026-12-01T00:00:00.000Z');
    expect(d.hinted).toHaveLength(3);
  });

  it('tells whoever does it that it is due, and both when it is overdue, again after a week', async () => {
    const d = await desk();
    const id = await d.propose('INC-1', { accountableRef: PAYMENTS });
    await d.engine.tick('2026-12-01T00:00:00.000Z');
    expect(await d.told(id)).toEqual(['proposed Ravi', 'clock-fired Ravi']);

    await d.knex('outbox').delete();
    await d.engine.tick('2026-12-04T00:00:00.000Z');
    // Ravi is of Payments, and told once.
    expect(await d.told(id)).toEqual(['clock-fired Ravi', 'clock-fired Nadia']);

    await d.knex('outbox').delete();
    await d.engine.tick('2026-12-10T23:59:00.000Z');
    expect(await d.told(id)).toEqual([]);
    await d.engine.tick('2026-12-11T00:00:00.000Z');
    expect(await d.told(id)).toHaveLength(2);
  });

  it('follows its entity to a new owner, who finds it among theirs', async () => {
    const d = await desk();
    const id = await d.propose('INC-1');
    const ofOrders = accessOf(mei, [ORDERS]);
    const mine = { mine: 'true', open: 'true' };
    expect((await d.board(mine, ofOrders)).items).toEqual([]);

    await d.catalogIs(
      catalogWith([{ ref: 'component:payments-api', owner: 'group:orders' }]),
    );

    const [mei1] = (await d.board(mine, ofOrders)).items;
    expect(mei1).toMatchObject({ id, owner: orders, unrouted: null });
    expect((await d.get(id)).events[1]).toMatchObject({
      type: 'owner-changed',
      actor: { type: 'system', name: 'Catalog' },
      data: { from: payments, owner: orders },
    });
    expect(await d.told(id)).toContain('owner-changed Mei');
    await d.actions.follower.run();
    expect((await d.get(id)).events).toHaveLength(2);
  });

  it('is unrouted where its team is gone, which the team above hears of', async () => {
    const d = await desk();
    const id = await d.propose('INC-1');

    await d.catalogIs(catalogWith([], 'group:payments'));

    expect(await d.get(id)).toMatchObject({
      owner: null,
      unrouted: 'owner-not-in-catalog',
    });
    expect(await d.told(id)).toContain('owner-changed Tomas');
  });

  it('needs an owner where whoever does it is gone, and whoever answers for it hears of it', async () => {
    const d = await desk();
    const id = await d.propose('INC-1');

    await d.catalogIs(catalogWith([], 'user:ravi'));

    const detail = await d.get(id);
    expect(detail.responsible).toBeNull();
    expect(detail.events[1]).toMatchObject({
      type: 'responsible-gone',
      data: { person: ravi },
    });
    expect(await d.told(id)).toContain('responsible-gone Nadia');
    const { counts } = await d.board({ open: 'true' });
    expect(counts).toMatchObject({ proposed: 1, needsOwner: 1 });
  });

  it('keeps its entity and its owner where the entity is gone, until it is back', async () => {
    const d = await desk();
    const id = await d.propose('INC-1');

    await d.catalogIs(catalogWith([], 'component:payments-api'));

    const detail = await d.get(id);
    expect(detail).toMatchObject({
      entity: { ref: api, title: 'payments-api' },
      owner: payments,
      unrouted: null,
    });
    expect(detail.events[1].type).toBe('entity-gone');
    await d.catalogIs(CATALOG);
    expect((await d.get(id)).events[2].type).toBe('entity-back');
  });

  it('leaves with whom it was what is over', async () => {
    const d = await desk();
    const id = await d.propose('INC-1');
    await d.send(id, { type: 'wont-do', reason: 'The service goes' }, nadia);

    await d.catalogIs(
      catalogWith(
        [{ ref: 'component:payments-api', owner: 'group:orders' }],
        'user:ravi',
      ),
    );

    expect(await d.get(id)).toMatchObject({
      owner: payments,
      responsible: { ref: ravi.ref },
      wontDo: { by: { ref: nadia.ref }, reason: 'The service goes' },
    });
  });

  it('is seen where all its incidents may be read, and named nowhere else', async () => {
    const d = await desk();
    await d.report('Invoices of others are shown', { private: true });
    const open = await d.propose('INC-1');
    const hidden = await d.propose('INC-1', { title: 'Rotate the keys' });
    await d.send(hidden, { type: 'link-incident', incident: 'INC-2' });
    const stranger = accessOf({ ref: 'user:default/tomas', name: 'Tomas' });

    expect(
      (await d.board({}, stranger)).items.map(({ number }) => number),
    ).toEqual(['ACT-1']);
    expect((await d.board({}, stranger)).counts.proposed).toBe(1);
    expect(await d.reading.ofIncident(stranger, d.incidentId)).toHaveLength(1);
    const stillOpen = async (access: typeof stranger) =>
      (
        await new IncidentActions().open(
          d.knex,
          access,
          [d.incidentId],
          minute(0),
        )
      ).get(d.incidentId)?.open;
    expect(await stillOpen(stranger)).toBe(1);
    expect(await stillOpen(accessOf(mei))).toBe(2);
    await expect(d.get('ACT-2', stranger)).rejects.toThrow('No action ACT-2');
    expect((await d.board({})).items).toHaveLength(2);

    await d.send(hidden, { type: 'unlink-incident', incident: 'INC-2' });
    const { events } = await d.get('ACT-2', stranger);
    expect(events.map(({ data }) => data.incident ?? null)).toEqual([
      null,
      { id: null, number: null },
      { id: null, number: null },
    ]);

    const ofOrders = createIncidentConditionalDecision(
      incidentReadPermission,
      incidentConditions.isOwner({ claims: [ORDERS] }),
    );
    const other = accessOf(mei, [], { read: ofOrders });
    expect((await d.board({}, other)).items).toEqual([]);
    const owner = accessOf(mei, [], {
      read: createIncidentConditionalDecision(
        incidentReadPermission,
        incidentConditions.isOwner({ claims: [PAYMENTS] }),
      ),
    });
    expect((await d.board({}, owner)).items[0].id).toBe(open);
  });

  it('is given and told to those alone who may know of all that it came from', async () => {
    const d = await desk();
    const { id: secret } = await d.report('Invoices of others are shown', {
      private: true,
    });
    const tomas = 'user:default/tomas';
    const title = 'Rotate the keys';
    await expect(
      d.propose('INC-2', { title, responsibleRef: tomas }),
    ).rejects.toThrow(`responsibleRef: ${tomas} may not know`);
    const id = await d.propose('INC-2', { title });
    await expect(
      d.send(id, { type: 'assign', responsibleRef: tomas }),
    ).rejects.toThrow(`responsibleRef: ${tomas} may not know`);

    const visible = (visibility: string) =>
      d.knex('incidents').where({ id: secret }).update({ visibility });
    await visible('public');
    await d.send(id, { type: 'assign', responsibleRef: tomas });
    expect(await d.notices(id)).toEqual([`Tomas: Yours to do: ${title}`]);
    await visible('private');
    await d.engine.tick('2026-12-01T00:00:00.000Z');
    await d.engine.tick('2026-12-04T00:00:00.000Z');
    expect(await d.notices(id)).toEqual([
      'Tomas: nothing',
      'Tomas: nothing',
      'Tomas: nothing',
      `Nadia: Overdue since 2026-12-03: ${title}`,
    ]);
  });

  it('is offered and taken from whom its incidents are granted to, or whose it is', async () => {
    const d = await desk();
    const id = await d.propose('INC-1');
    const deny = { result: AuthorizeResult.DENY } as const;
    const nothing = { participate: deny, respond: deny, manage: deny };
    const commands = async (person: typeof mei) =>
      (await d.get(id, accessOf(person, [], nothing))).viewer.commands;

    expect(await commands(mei)).toEqual([]);
    expect(await commands(ravi)).toEqual(['assign', 'add-note']);
    expect(await commands(nadia)).toContain('wont-do');
    await expect(
      d.actions.service.execute(
        { access: accessOf(mei, [], nothing), person: mei },
        id,
        { command: { type: 'accept' } },
      ),
    ).rejects.toThrow("You may not send the command 'accept'");
    await expect(
      d.propose('INC-1', {}, accessOf(mei, [], nothing)),
    ).rejects.toThrow('You may not propose');
  });

  it('shows what a merged incident brought about at the one that it went on as, until that is undone', async () => {
    const d = await desk();
    const { id: winner } = await d.report('Payments fail');
    const action = await d.propose('INC-1');
    await d.knex.transaction(tx =>
      d.writer.execute(
        tx,
        d.incidentId,
        { command: { type: 'merge', into: winner } },
        { ...by(nadia, minute(5)), otherId: winner },
      ),
    );
    const access = accessOf(mei);

    expect((await d.reading.ofIncident(access, winner))[0].id).toBe(action);
    expect((await d.board({ incident: 'INC-2' })).items).toHaveLength(1);

    await d.knex.transaction(tx =>
      d.writer.execute(
        tx,
        d.incidentId,
        { command: { type: 'undo' } },
        by(nadia, minute(6)),
      ),
    );
    expect(await d.reading.ofIncident(access, winner)).toEqual([]);
  });

  it('has a board with what is due first before what is over, page by page', async () => {
    const d = await desk();
    await d.propose('INC-1', { title: 'Late', dueOn: '2026-12-20' });
    await d.propose('INC-1', { title: 'Soon', dueOn: '2026-11-30' });
    const over = await d.propose('INC-1', { title: 'Over', type: 'detect' });
    await d.send(over, { type: 'wont-do', reason: 'No' }, nadia);
    await d.propose('INC-1', { title: 'Shard_all', dueOn: '2026-12-01' });

    const titles = async (query: object) =>
      (await d.board(query)).items.map(({ title }) => title);
    expect(await titles({})).toEqual(['Soon', 'Shard_all', 'Late', 'Over']);
    const first = await d.board({ limit: 3 });
    expect(first.counts).toMatchObject({ proposed: 3, 'wont-do': 1 });
    expect(await titles({ limit: 3, cursor: first.nextCursor })).toEqual([
      'Over',
    ]);
    expect(await titles({ open: 'false' })).toEqual(['Over']);
    expect(await titles({ type: 'detect' })).toEqual(['Over']);
    expect(await titles({ q: 'shard_' })).toEqual(['Shard_all']);
    expect(await titles({ q: 'ACT-2' })).toEqual(['Soon']);
    expect(await titles({ overdue: 'true' })).toEqual([]);
    expect(await titles({ scope: api, status: 'proposed' })).toHaveLength(3);
    // Payments belongs to Commerce.
    expect(await titles({ owner: 'group:default/commerce' })).toHaveLength(4);
    expect(await titles({ owner: ORDERS })).toEqual([]);
    expect(await titles({ responsible: ravi.ref, open: 'true' })).toHaveLength(
      3,
    );
  });
});
