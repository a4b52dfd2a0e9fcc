import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  DEFAULT_POLICY,
  incidentReadPermission,
  type IncidentQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import { incidentQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import {
  createIncidentConditionalDecision,
  incidentConditions,
} from '../authorization/rules';
import {
  by,
  mei,
  minute,
  nadia,
  openWard,
  toPayments,
} from '../incidents/__testUtils__/ward';
import { havingWords } from '../database/words';
import { IncidentReader } from './IncidentReader';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const entityRef = 'component:default/booking-web';

const toBooking = {
  ...toPayments,
  entity: { ref: entityRef, title: 'booking-web' },
  owner: { ref: 'group:default/booking', title: 'Booking' },
};

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function ward() {
    const w = await openWard(await databases.init(databaseId));
    const reader = new IncidentReader(w.knex, DEFAULT_POLICY);
    const list = async (
      query: Partial<Record<keyof IncidentQuery, unknown>>,
      access = accessOf(nadia),
    ) => reader.list(access, incidentQuerySchema.parse(query));
    const numbers = async (...args: Parameters<typeof list>) =>
      (await list(...args)).items.map(({ number }) => number);
    return { ...w, reader, list, numbers };
  }

  it('pages through a list without leaving out or repeating anything, in any order', async () => {
    const w = await ward();
    for (let n = 1; n <= 5; n++) {
      await w.report(`Trouble ${n}`);
    }

    for (const sort of ['newest', 'oldest', 'urgency']) {
      const all = await w.numbers({ sort });
      const paged: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await w.list({
          sort,
          limit: 2,
          ...(cursor && { cursor }),
        });
        paged.push(...page.items.map(({ number }) => number));
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toEqual(all);
      expect([...all].sort()).toEqual([
        'INC-1',
        'INC-2',
        'INC-3',
        'INC-4',
        'INC-5',
      ]);
    }
    await expect(w.list({ cursor: 'nonsense' })).rejects.toThrow(/^cursor: /);
  });

  it('finds incidents by each filter', async () => {
    const w = await ward();
    const first = await w.report('Card payments time out');
    const second = await w.report('Seat map stays empty', {
      routing: toBooking,
    });
    await w.send(first.id, { type: 'acknowledge' }, by(nadia, minute(1)));
    await w.send(second.id, { type: 'follow' }, by(nadia, minute(1)));
    await w.send(
      second.id,
      { type: 'prioritise', impact: 'low', urgency: 'low', risks: [] },
      by(nadia, minute(2)),
    );
    await w.send(second.id, { type: 'resolve' }, by(nadia, minute(3)));

    const expected: [
      Partial<Record<keyof IncidentQuery, unknown>>,
      string[],
    ][] = [
      [{ status: 'investigating' }, ['INC-1']],
      [{ status: ['triage', 'resolved'] }, ['INC-2']],
      [{ live: 'true' }, ['INC-1']],
      [{ live: 'false' }, ['INC-2']],
      [{ priority: 'P5,P4' }, ['INC-2']],
      [{ owner: 'group:default/booking' }, ['INC-2']],
      [{ entity: 'component:default/payments-api' }, ['INC-1']],
      [{ mode: 'drill' }, []],
      [{ q: 'CARD pay' }, ['INC-1']],
      [{ q: 'inc-2' }, ['INC-2']],
      [{ number: ['INC-2', 'INC-99'] }, ['INC-2']],
      [{ q: 'booking-w' }, ['INC-2']],
      [{ q: '100%' }, []],
      [{ mine: 'lead' }, ['INC-1']],
      [{ mine: 'following' }, ['INC-1', 'INC-2']],
      [{ from: minute(1) }, []],
      [{ to: minute(1) }, ['INC-2', 'INC-1']],
    ];
    for (const [query, found] of expected) {
      expect({ query, found: (await w.numbers(query)).sort() }).toEqual({
        query,
        found: [...found].sort(),
      });
    }
    expect(
      (await w.numbers({ mine: 'reported' }, accessOf(mei))).sort(),
    ).toEqual(['INC-1', 'INC-2']);
  });

  it('shows what the policy allows, and nothing of what it does not', async () => {
    const w = await ward();
    await w.report('Card payments time out');
    const booking = await w.report('Seat map stays empty', {
      routing: toBooking,
    });
    const owners = accessOf(mei, [], {
      read: createIncidentConditionalDecision(
        incidentReadPermission,
        incidentConditions.isOwner({ claims: ['group:default/booking'] }),
      ),
    });
    const nobody = accessOf(mei, [], {
      read: { result: AuthorizeResult.DENY },
    });

    expect(await w.numbers({}, owners)).toEqual(['INC-2']);
    expect(await w.numbers({}, nobody)).toEqual([]);
    await expect(w.reader.get(owners, 'INC-1')).rejects.toThrow('No incident');
    expect(await w.reader.get(owners, booking.id)).toMatchObject({
      number: 'INC-2',
    });
  });

  it('lists what nobody answers for to whom the policy allows that, until somebody does', async () => {
    const w = await ward();
    await w.report('Card payments time out');
    const { id } = await w.report('Nobody knows', {
      routing: { people: [], unrouted: 'no-entity', steps: [] },
    });
    const dispatcher = accessOf(mei, [], {
      read: createIncidentConditionalDecision(
        incidentReadPermission,
        incidentConditions.isUnrouted(),
      ),
    });

    expect(await w.numbers({}, dispatcher)).toEqual(['INC-2']);
    await w.send(id, { type: 'acknowledge' }, by(nadia, minute(1)));
    expect(await w.numbers({}, dispatcher)).toEqual(['INC-2']);
    await w.send(
      id,
      { type: 'mark-affected', entityRef, level: 'confirmed' },
      {
        ...by(nadia, minute(2)),
        entity: { ref: entityRef, title: 'web', ownerRef: toBooking.owner.ref },
      },
    );
    expect(await w.numbers({}, dispatcher)).toEqual([]);
  });

  it('finds the newest of very many by a word that they have in common', async () => {
    const w = await ward();
    const many = 3_000;
    await w.knex.batchInsert(
      'incidents',
      Array.from({ length: many }, (_, n) => ({
        id: `many-${n}`,
        number: n + 1,
        version: 1,
        state: '{}',
        title: `Replica ${n} is behind`,
        status: 'closed',
        live: false,
        priority: 'P3',
        mode: 'real',
        visibility: 'public',
        declared_at: new Date(Date.parse(minute(0)) + n),
        impact_ms: 0,
      })),
      500,
    );
    const query = w.knex('incidents');
    havingWords(w.knex, query, ['repl']);

    expect(
      await query.orderBy('declared_at', 'desc').limit(2).pluck('number'),
    ).toEqual([many, many - 1]);
  });

  it('tells what the last update said, and counts who is affected', async () => {
    const w = await ward();
    const { id } = await w.report('Card payments time out');
    await w.send(id, { type: 'acknowledge' }, by(nadia, minute(1)));
    await w.send(id, { type: 'report-affected' }, by(mei, minute(2)));
    for (const [n, impact] of ['All cards fail', '1 in 5 fails'].entries()) {
      await w.send(
        id,
        {
          type: 'post-update',
          impact,
          action: 'Failing over',
          workaround: 'Pay by transfer',
          nextUpdateAt: minute(30 + n),
        },
        by(nadia, minute(3 + n)),
      );
    }

    expect(await w.reader.get(accessOf(nadia), 'inc-1')).toMatchObject({
      number: 'INC-1',
      status: 'investigating',
      lead: { ref: nadia.ref, title: 'Nadia' },
      affectedPeople: 1,
      alertCount: 0,
      workaround: 'Pay by transfer',
      nextUpdateAt: minute(31),
      lastUpdate: {
        number: 2,
        at: minute(4),
        by: { ref: nadia.ref, title: 'Nadia' },
        impact: '1 in 5 fails',
      },
    });
  });
});
