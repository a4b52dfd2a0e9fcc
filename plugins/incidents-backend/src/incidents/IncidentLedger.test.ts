import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import type { Command } from '@linchpin/backstage-plugin-incidents-common';
import {
  accountableFor,
  AT_THE_TIME,
  recordOf,
  type IncidentRecord,
} from '@linchpin/backstage-plugin-incidents-common/history';
import { declareSchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import fc from 'fast-check';
import {
  by,
  mei,
  minute,
  nadia,
  openWard,
  ravi,
  START,
  toPayments,
} from './__testUtils__/ward';
import type { GatheredFacts, IncidentChanges } from './IncidentChanges';
import { RecordMaker } from './RecordMaker';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** The engines differ in how rows are written, not in what is to be written. */
const RUNS = { SQLITE_3: 25, POSTGRES_18: 8 };

type Ward = Awaited<ReturnType<typeof openWard>>;

/** One thing that happens to the first, second or third incident. */
interface Happening {
  incident: number;
  command: Command | { type: 'open' };
  actor: GatheredFacts['actor'];
}

const system = { type: 'system', name: 'Alertmanager' } as const;
const person = fc.constantFrom(nadia, ravi, mei);

const happening: fc.Arbitrary<Happening> = fc.record({
  incident: fc.nat(2),
  command: fc.constantFrom<Happening['command']>(
    { type: 'open' },
    { type: 'raise', impact: 'high', urgency: 'high' },
    { type: 'recover' },
    { type: 'relapse' },
    { type: 'resolve-recovered' },
    { type: 'fire-clock', clock: 'acknowledge', dueAt: minute(15) },
    { type: 'acknowledge' },
    { type: 'follow' },
    { type: 'unfollow' },
    { type: 'post-update', impact: 'Cards fail', action: 'Failing over' },
    { type: 'resolve' },
    { type: 'reopen', reason: 'It fires again' },
    { type: 'merge', into: 'another' },
  ),
  actor: person.chain(who =>
    fc.constantFrom<GatheredFacts['actor']>(system, { type: 'user', ...who }),
  ),
});

const REFUSED = ['ConflictError', 'InputError', 'NotAllowedError'];

/** Makes it happen; what is refused does not. */
async function make(
  changes: IncidentChanges,
  { incident, command, actor }: Happening,
  ids: string[],
): Promise<void> {
  try {
    if (command.type === 'open') {
      const [{ id }] = await changes.open([
        {
          request: {
            source: 'alert',
            status: 'triage',
            request: declareSchema.parse({ title: `Incident ${ids.length}` }),
            impact: 'medium',
            urgency: 'medium',
            routing: toPayments,
            affected: [],
          },
          facts: { actor, mayRespond: true },
        },
      ]);
      ids.push(id);
      return;
    }
    const otherId = ids[(incident + 1) % ids.length];
    await changes.execute(
      ids[incident % ids.length],
      { command },
      {
        actor,
        mayRespond: true,
        ...(command.type === 'merge' && { otherId }),
      },
    );
  } catch (error) {
    if (!REFUSED.includes((error as Error).name)) {
      throw error;
    }
  }
}

/** As JSON keeps it. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

function kept(facts: string, course: string): IncidentRecord {
  return { ...JSON.parse(facts), course: JSON.parse(course) };
}

const TABLES = [
  'incidents',
  'incident_events',
  'incident_texts',
  'incident_entities',
  'incident_people',
  'clocks',
  'outbox',
];

/** Everything that is written, with numbers in place of ids; messages only where they are to be sent. */
async function written({ knex }: Ward, ids: string[]): Promise<string[]> {
  const rows = await Promise.all(
    TABLES.map(async table =>
      (await knex(table))
        .filter(row => table !== 'outbox' || row.state === 'pending')
        .map(({ id, ...row }) => {
          const text = JSON.stringify({ table, ...row });
          return ids.reduce(
            (said, incidentId, n) =>
              said.replaceAll(incidentId, `INC-${n + 1}`),
            text,
          );
        }),
    ),
  );
  return rows.flat().sort();
}

async function clear({ knex }: Ward): Promise<void> {
  for (const table of TABLES) {
    await knex(table).delete();
  }
  await knex('incident_numbers').update({ last: 0 });
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  const numRuns = RUNS[databaseId as keyof typeof RUNS];

  it('writes many changes together as it would one after the other', async () => {
    const alone = await openWard(await databases.init(databaseId));
    const together = await openWard(await databases.init(databaseId));

    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 4, maxLength: 20, size: 'max' }),
        async happenings => {
          await clear(alone);
          await clear(together);
          const all: Happening[] = [
            { incident: 0, command: { type: 'open' }, actor: system },
            ...happenings,
          ];

          const oneByOne: string[] = [];
          for (const one of all) {
            await alone.knex.transaction(tx =>
              alone.writer.together(tx, START, changes =>
                make(changes, one, oneByOne),
              ),
            );
          }
          const atOnce: string[] = [];
          await together.knex.transaction(tx =>
            together.writer.together(tx, START, async changes => {
              for (const one of all) {
                await make(changes, one, atOnce);
              }
            }),
          );

          expect(await written(together, atOnce)).toEqual(
            await written(alone, oneByOne),
          );
        },
      ),
      { numRuns },
    );
  });

  it('tells nobody who came with a duplicate of what was before that', async () => {
    const w = await openWard(await databases.init(databaseId));
    const winner = await w.report('Card payments time out');
    const loser = await w.report('Cards fail');
    await w.send(loser.id, { type: 'follow' }, by(ravi, START));
    await w.knex('outbox').delete();
    const facts = { actor: system, mayRespond: true };

    await w.knex.transaction(tx =>
      w.writer.together(tx, minute(1), async changes => {
        const update = { impact: 'Cards fail', action: 'Failing over' };
        await changes.execute(
          winner.id,
          { command: { type: 'post-update', ...update } },
          facts,
        );
        await changes.execute(
          loser.id,
          { command: { type: 'merge', into: winner.id } },
          { ...facts, otherId: winner.id },
        );
      }),
    );

    const told = await w
      .rowsOf('outbox', winner.id)
      .where({ kind: 'news' })
      .pluck('recipient_ref');
    expect(told).not.toContain(ravi.ref);
  });

  it('keeps of each incident what its timeline says, however it is written', async () => {
    const w = await openWard(await databases.init(databaseId));

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(happening, { maxLength: 6, size: 'max' }), {
          minLength: 1,
          maxLength: 6,
        }),
        async portions => {
          await clear(w);
          const ids: string[] = [];
          for (const portion of portions) {
            await w.knex.transaction(tx =>
              w.writer.together(tx, START, async changes => {
                for (const one of ids.length > 0 ? portion : []) {
                  await make(changes, one, ids);
                }
                const command = { type: 'open' } as const;
                await make(
                  changes,
                  { incident: 0, command, actor: system },
                  ids,
                );
              }),
            );
          }

          const timelines = await w.events.timelines(w.knex, ids);
          const rows = await w.knex('incidents');
          expect(rows).toHaveLength(ids.length);
          for (const {
            id,
            facts,
            course,
            accountable_ref: accountable,
          } of rows) {
            const said = recordOf(id, timelines.get(id)!);
            expect(kept(facts, course)).toEqual(plain(said));
            expect(accountable).toBe(accountableFor(said, AT_THE_TIME));
          }
        },
      ),
      { numRuns },
    );
  });

  it('makes the records that an upgrade did not find, and those that an older release leaves behind', async () => {
    const w = await openWard(await databases.init(databaseId));
    const { id } = await w.report('Card payments time out');
    await w.send(id, { type: 'acknowledge' }, by(nadia, minute(1)));
    const find = () => w.knex('incidents').where({ id }).first();
    const isTrue = async () => {
      const row = await find();
      const timelines = await w.events.timelines(w.knex, [id]);
      expect(kept(row.facts, row.course)).toEqual(
        plain(recordOf(id, timelines.get(id)!)),
      );
      return row;
    };
    const { accountable_ref: accountable } = await isTrue();
    const none = { facts: null, course: null, facts_version: null };
    await w.knex('incidents').update({ ...none, accountable_ref: null });

    await w.send(id, { type: 'follow' }, by(ravi, minute(2)));
    expect(await find()).toMatchObject(none);
    await new RecordMaker(w).run();
    expect((await isTrue()).accountable_ref).toBe(accountable);
    await w.send(id, { type: 'resolve' }, by(nadia, minute(30)));
    const { facts, course, facts_version: version } = await isTrue();

    await w.send(
      id,
      { type: 'reopen', reason: 'Again' },
      by(nadia, minute(40)),
    );
    await w.knex('incidents').update({ facts, course, facts_version: version });
    await w.send(id, { type: 'resolve' }, by(nadia, minute(50)));
    expect(await find()).toMatchObject(none);
    await new RecordMaker(w).run();
    expect(JSON.parse((await isTrue()).course).statuses).toHaveLength(5);
  });

  it('opens twenty incidents in as many statements as one', async () => {
    const w = await openWard(await databases.init(databaseId));
    const statementsFor = async (count: number) => {
      let statements = 0;
      const counting = () => {
        statements += 1;
      };
      w.knex.on('query', counting);
      await w.knex.transaction(tx =>
        w.writer.together(tx, START, changes =>
          changes.open(
            Array.from({ length: count }, (_, n) => ({
              request: {
                source: 'alert',
                status: 'triage',
                request: declareSchema.parse({ title: `Incident ${n}` }),
                impact: 'medium',
                urgency: 'medium',
                routing: toPayments,
                affected: [],
              },
              facts: by(nadia, START),
              keys: { openKey: `alert:${count}:${n}` },
            })),
          ),
        ),
      );
      w.knex.removeListener('query', counting);
      return statements;
    };

    expect(await statementsFor(20)).toBe(await statementsFor(1));
  });
});
