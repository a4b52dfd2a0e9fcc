import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import {
  DEFAULT_POLICY,
  type InboxView,
} from '@linchpin/backstage-plugin-incidents-common';
import { inboxQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import { IncidentReader } from '../history/IncidentReader';
import {
  by,
  mei,
  minute,
  nadia,
  openWard,
  ravi,
  toPayments,
} from '../incidents/__testUtils__/ward';
import { InboxReader } from './InboxReader';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const payments = { ref: 'group:default/payments', title: 'Payments' };
const cards = { ref: 'group:default/cards', title: 'Cards' };
const toCards = { ...toPayments, owner: cards, people: [] };
const nowhere = {
  steps: [],
  people: [],
  unrouted: 'no-entity' as const,
};

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function ward() {
    const w = await openWard(await databases.init(databaseId));
    const inbox = new InboxReader({
      knex: w.knex,
      incidents: new IncidentReader(w.knex, DEFAULT_POLICY),
      teams: {
        async teamsOf(refs) {
          return refs.includes(payments.ref)
            ? { own: [payments], below: [cards] }
            : { own: [], below: [] };
        },
      },
    });
    const read = (
      view: InboxView,
      access = accessOf(nadia, [payments.ref]),
      query: object = {},
    ) => inbox.read(access, inboxQuerySchema.parse({ view, ...query }));
    return { ...w, read };
  }

  it('shows what a team and those below it answer for, with the reason', async () => {
    const w = await ward();
    await w.report('Card payments time out');
    await w.report('Gift cards fail', { routing: toCards });
    await w.report('Nobody knows', { routing: nowhere });

    const { items, counts, teams } = await w.read('teams');

    expect(
      items.map(({ incident, why }) => [incident.number, why.code]),
    ).toEqual([
      ['INC-1', 'your-team-owns'],
      ['INC-2', 'your-child-team-owns'],
    ]);
    expect(counts).toEqual({
      mine: 0,
      teams: 2,
      unrouted: 1,
      recovered: 0,
      decisions: 2,
    });
    expect(teams).toEqual([payments]);
    const unrouted = await w.read('unrouted');
    expect(unrouted.items.map(({ why }) => why.code)).toEqual(['unrouted']);
  });

  it('puts the most urgent first, and says what falls due', async () => {
    const w = await ward();
    const late = await w.report('Late');
    const urgent = await w.report('Urgent');
    await w.send(late.id, { type: 'acknowledge' }, by(nadia, minute(1)));
    await w.send(
      urgent.id,
      { type: 'prioritise', impact: 'high', urgency: 'high', risks: [] },
      by(ravi, minute(1)),
    );

    const { items } = await w.read('teams');

    expect(items.map(item => [item.incident.title, item.clock?.kind])).toEqual([
      ['Urgent', 'acknowledge'],
      ['Late', 'update'],
    ]);
    expect(items[1].why.code).toBe('you-lead');
    expect(items.map(item => item.mark)).toEqual(['new', null]);
    expect(items.map(item => item.needsDecision)).toEqual([true, false]);
  });

  it('sorts by priority, risks, what falls due and age, through all pages', async () => {
    const w = await ward();
    const prioritised = async (
      title: string,
      urgency: 'medium' | 'low',
      risks: 'safety'[] = [],
    ) => {
      const { id } = await w.report(title);
      await w.send(
        id,
        { type: 'prioritise', impact: 'medium', urgency, risks },
        by(nadia, minute(0)),
      );
      return { id };
    };
    await prioritised('P4', 'low');
    await prioritised('P3', 'medium');
    const taken = await prioritised('P3, news due later', 'medium');
    const held = await prioritised('P3, held until tomorrow', 'medium');
    const timeless = await prioritised('P3, nothing due', 'medium');
    await prioritised('P3 by a risk', 'low', ['safety']);
    for (const { id } of [taken, held]) {
      await w.send(id, { type: 'acknowledge' }, by(nadia, minute(5)));
    }
    await w.send(
      held.id,
      { type: 'hold', reason: 'vendor', resumeBy: minute(24 * 60) },
      by(nadia, minute(6)),
    );
    await w
      .knex('incidents')
      .where({ id: timeless.id })
      .update({ due_at: null });

    const titles: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await w.read('teams', accessOf(nadia, [payments.ref]), {
        limit: 1,
        ...(cursor && { cursor }),
      });
      titles.push(...page.items.map(({ incident }) => incident.title));
      cursor = page.nextCursor;
    }

    expect(titles).toEqual([
      'P3 by a risk',
      'P3',
      'P3, news due later',
      'P3, held until tomorrow',
      'P3, nothing due',
      'P4',
    ]);
  });

  it('refuses a cursor that it did not give out', async () => {
    const w = await ward();

    await expect(
      w.read('teams', undefined, { cursor: 'WzFd' }),
    ).rejects.toThrow(/cursor/);
  });

  it('keeps apart what healed by itself', async () => {
    const w = await ward();
    const { id } = await w.report('Blip');
    await w.knex.transaction(tx =>
      w.writer.execute(
        tx,
        id,
        { command: { type: 'recover' } },
        { ...by(nadia, minute(1)), actor: { type: 'system', name: 'Alerts' } },
      ),
    );

    expect((await w.read('teams')).items).toEqual([]);
    const { items, counts } = await w.read('recovered');
    expect(items.map(item => item.mark)).toEqual(['recovered']);
    expect(counts).toMatchObject({ recovered: 1, decisions: 0 });
  });

  it('shows a person of no team what is theirs', async () => {
    const w = await ward();
    await w.report('Card payments time out');
    const stranger = accessOf(mei);

    expect((await w.read('teams', stranger)).items).toEqual([]);
    const { items, counts } = await w.read('mine', stranger);
    expect(items.map(({ why }) => why.code)).toEqual(['you-reported']);
    expect(counts.mine).toBe(1);
  });

  it('narrows by words and priority, and pages', async () => {
    const w = await ward();
    for (const title of ['Card A', 'Card B', 'Seat map']) {
      await w.report(title);
    }
    const nadiasView = accessOf(nadia, [payments.ref]);

    const found = await w.read('teams', nadiasView, { q: 'card' });
    expect(found.items.map(({ incident }) => incident.title)).toEqual([
      'Card A',
      'Card B',
    ]);
    expect(
      (await w.read('teams', nadiasView, { priority: 'P1' })).items,
    ).toEqual([]);
    const page = await w.read('teams', nadiasView, { limit: 2 });
    const rest = await w.read('teams', nadiasView, {
      limit: 2,
      cursor: page.nextCursor,
    });
    expect([page.items.length, rest.items.length, rest.nextCursor]).toEqual([
      2,
      1,
      null,
    ]);
  });
});
