import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { replay } from '@linchpin/backstage-plugin-incidents-common';
import { by, mei, minute, nadia, openWard, ravi } from './__testUtils__/ward';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function ward() {
    return openWard(await databases.init(databaseId));
  }

  it('writes an incident with its timeline, people, entities, clocks and notices at once', async () => {
    const w = await ward();

    const { id, number } = await w.report('Card payments time out');

    expect(number).toBe(1);
    const stored = await w.incidents.state(w.knex, id);
    const events = await w.events.timeline(w.knex, id);
    expect(replay(id, events)).toEqual(stored);
    expect(events.map(event => event.type)).toEqual([
      'declared',
      'routed',
      'followed',
    ]);
    expect(
      (await w.rowsOf('incident_people', id))
        .map(row => `${row.role} ${row.name}`)
        .sort(),
    ).toEqual(['follower Mei', 'reporter Mei', 'told Nadia', 'told Ravi']);
    expect(await w.rowsOf('incident_entities', id)).toMatchObject([
      { entity_ref: 'component:default/payments-api', level: 'root' },
    ]);
    expect((await w.rowsOf('clocks', id)).map(row => row.kind).sort()).toEqual([
      'acknowledge',
      'acknowledge-warning',
    ]);
    expect(
      (await w.rowsOf('outbox', id))
        .filter(row => row.kind === 'page')
        .map(row => row.recipient_ref)
        .sort(),
    ).toEqual([nadia.ref, ravi.ref]);
  });

  it('takes back what asks people to take it when somebody does', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');

    await w.send(id, { type: 'acknowledge' }, by(nadia, minute(2)));

    const pages = (await w.rowsOf('outbox', id)).filter(
      row => row.kind === 'page',
    );
    expect(pages.map(row => row.state)).toEqual(['cancelled', 'cancelled']);
    expect((await w.rowsOf('clocks', id)).map(row => row.kind).sort()).toEqual([
      'update',
      'update-warning',
    ]);
    expect(await w.incidents.state(w.knex, id)).toMatchObject({
      status: 'investigating',
      lead: nadia,
      stamps: { acknowledgedAt: minute(2) },
    });
  });

  it('lets a workaround be confirmed once people were told of one', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');
    const confirm = (at: number) =>
      w.send(id, { type: 'confirm-workaround' }, by(nadia, minute(at)));

    await expect(confirm(1)).rejects.toThrow('Nobody has been told');

    await w.send(
      id,
      {
        type: 'post-update',
        impact: 'Cards fail',
        action: 'We look',
        workaround: 'Pay by transfer',
      },
      by(nadia, minute(2)),
    );
    await confirm(3);

    expect(await w.incidents.state(w.knex, id)).toMatchObject({
      urgency: 'medium',
      priority: 'P3',
      workaround: { confirmedAt: minute(3), urgencyBefore: 'high' },
    });
    const events = await w.events.timeline(w.knex, id);
    expect(events.slice(-2).map(event => event.type)).toEqual([
      'workaround-confirmed',
      'prioritised',
    ]);
  });

  it('keeps in sight what alerts tell of', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');

    await expect(
      w.send(id, { type: 'make-private' }, by(nadia, minute(1))),
    ).rejects.toThrow('Alerts tell of it');
  });

  it('does nothing twice when a command is repeated', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');
    const note = { type: 'add-note', text: 'Looking at the replica' } as const;

    const first = await w.send(id, note, by(nadia, minute(1)), {
      clientId: 'a',
    });
    const second = await w.send(id, note, by(nadia, minute(2)), {
      clientId: 'a',
    });

    expect(first).toEqual({ changed: true, incidentIds: [id] });
    expect(second).toEqual({ changed: true, incidentIds: [] });
    const notes = (await w.events.timeline(w.knex, id)).filter(
      event => event.type === 'note-added',
    );
    expect(notes).toMatchObject([{ texts: { text: note.text } }]);
  });

  it('refuses a command on something that has moved on, and writes nothing', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');
    await w.send(id, { type: 'acknowledge' }, by(nadia, minute(1)));
    const before = await w.events.timeline(w.knex, id);

    await expect(
      w.send(id, { type: 'rename', title: 'Another' }, by(ravi, minute(2)), {
        expectedVersion: 3,
      }),
    ).rejects.toThrow(/changed by somebody else/);
    await expect(
      w.send(
        id,
        {
          type: 'post-update',
          impact: 'x',
          action: 'y',
          nextUpdateAt: minute(0),
        },
        by(nadia, minute(3)),
      ),
    ).rejects.toThrow(/^nextUpdateAt: /);

    expect(await w.events.timeline(w.knex, id)).toEqual(before);
  });

  it('finds a declaration again by its key', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out', {
      declareKey: 'k',
    });

    expect(await w.incidents.idByDeclareKey(w.knex, 'k')).toBe(id);
    await expect(w.report('Again', { declareKey: 'k' })).rejects.toThrow();
    expect(await w.incidents.resolveId(w.knex, 'INC-1')).toBe(id);
    expect(await w.incidents.resolveId(w.knex, 'inc-2')).toBeUndefined();
  });

  it('lets one live public incident of an entity take its alerts', async () => {
    const w = await ward();
    const key = 'entity:component:default/payments-api';
    const secret = await w.report('Breach', { private: true });
    expect(await w.incidents.idByOpenKey(w.knex, key)).toBeUndefined();

    const first = await w.report('Card payments time out');
    const second = await w.report('Refunds fail');
    expect(await w.incidents.idByOpenKey(w.knex, key)).toBe(first.id);

    await w.send(first.id, { type: 'resolve' }, by(nadia, minute(1)));
    expect(await w.incidents.idByOpenKey(w.knex, key)).toBeUndefined();
    expect(secret.number).toBe(1);
    expect(second.number).toBe(3);
  });

  it('merges two incidents, and takes it back', async () => {
    const w = await ward();
    const winner = await w.report('Card payments time out');
    const loser = await w.report('Checkout is slow');
    await w.send(loser.id, { type: 'follow' }, by(ravi, minute(1)));

    await w.send(
      loser.id,
      { type: 'merge', into: 'INC-1' },
      {
        ...by(nadia, minute(2)),
        otherId: winner.id,
      },
    );

    expect(await w.incidents.state(w.knex, loser.id)).toMatchObject({
      status: 'merged',
      mergedInto: { id: winner.id, number: 1 },
    });
    const followers = (await w.rowsOf('incident_people', winner.id))
      .filter(row => row.role === 'follower')
      .map(row => row.name)
      .sort();
    expect(followers).toEqual(['Mei', 'Ravi']);

    await w.send(
      loser.id,
      { type: 'undo' },
      {
        ...by(nadia, minute(3)),
        otherId: winner.id,
      },
    );
    expect(await w.incidents.state(w.knex, loser.id)).toMatchObject({
      status: 'triage',
    });
    expect(w.moves).toEqual([
      `${loser.id} to ${winner.id}`,
      `${loser.id} back from ${winner.id}`,
    ]);
  });

  it('undoes a merge that nobody knew of when the undo was sent', async () => {
    const w = await ward();
    const loser = await w.report('Card payments time out');
    const winner = await w.report('Payments fail');
    await w.send(
      loser.id,
      { type: 'merge', into: `INC-${winner.number}` },
      { ...by(nadia, minute(1)), otherId: winner.id },
    );

    await w.send(loser.id, { type: 'undo' }, by(nadia, minute(2)));

    expect(await w.incidents.state(w.knex, loser.id)).toMatchObject({
      status: 'triage',
    });
    const timeline = await w.events.timeline(w.knex, winner.id);
    expect(timeline.at(-1)).toMatchObject({ type: 'released' });
  });

  it('leaves nothing behind where the transaction fails', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');

    await expect(
      w.knex.transaction(async tx => {
        await w.writer.execute(
          tx,
          id,
          { command: { type: 'acknowledge' } },
          by(nadia, minute(1)),
        );
        throw new Error('the process dies');
      }),
    ).rejects.toThrow('the process dies');

    const state = await w.incidents.state(w.knex, id);
    expect(state?.status).toBe('triage');
    expect(replay(id, await w.events.timeline(w.knex, id))).toEqual(state);
    expect(await w.report('Next').then(next => next.number)).toBe(2);
  });

  it.each(['incident_events', 'incident_people', 'clocks'])(
    'says why, and leaves nothing behind, where %s cannot be written',
    async table => {
      const w = await ward();
      await w.knex.schema.renameTable(table, 'away');
      await expect(w.report('Card payments time out')).rejects.toThrow(table);
      await w.knex.schema.renameTable('away', table);

      for (const each of ['incidents', 'incident_events', 'clocks', 'outbox']) {
        expect(await w.knex(each)).toEqual([]);
      }
      expect((await w.report('Card payments time out')).number).toBe(1);
    },
  );

  it('tells nobody of what they did themselves', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');
    await w.send(id, { type: 'follow' }, by(nadia, minute(1)));

    await w.send(
      id,
      { type: 'post-update', impact: 'Cards fail', action: 'Failing over' },
      by(nadia, minute(2)),
    );

    const news = (await w.rowsOf('outbox', id)).filter(
      row => row.kind === 'news',
    );
    expect(news.map(row => row.recipient_ref)).toEqual([mei.ref]);
  });
});
