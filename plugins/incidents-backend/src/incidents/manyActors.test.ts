import { isError } from '@backstage/errors';
import {
  clocksOf,
  DEFAULT_POLICY,
  inspectIncident,
  WATCH_BOUNDS,
} from '@linchpin/backstage-plugin-incidents-common';
import fc from 'fast-check';
import { runs, seed } from '../__testUtils__/runs';
import { Confidence } from '../authorization';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { inSnapshot } from '../database/dialect';
import { EvidenceReader } from '../watchdog';
import { CommitHints } from './CommitHints';
import { IncidentService } from './IncidentService';
import {
  explain,
  type Account,
  type Sent,
  type Trace,
} from './__testUtils__/explained';
import {
  SmallModel,
  type ModelCommand,
  type ModelOutcome,
} from './__testUtils__/SmallModel';
import {
  mei,
  minute,
  nadia,
  openWard,
  ravi,
  START,
  toPayments,
} from './__testUtils__/ward';

const RUNS = runs(25);
const SEED = seed();
jest.setTimeout(60_000 + RUNS * 2_000);

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Mei has reported everything and does not respond. */
const ACTORS = [nadia, ravi, mei, { ref: 'user:default/omar', name: 'Omar' }];
const INCIDENTS = 3;

/** A command that names the other incident by its place. */
type Drawn =
  Exclude<ModelCommand, { type: 'merge' }> | { type: 'merge'; other: number };

interface Step {
  incident: number;
  actor: number;
  command: Drawn;
  /** Drawn twice it is a repeat, or a foolish client. */
  clientId?: string;
  looksAt?: 'what is there' | 'what was there';
}

const simple = (
  type:
    | 'acknowledge'
    | 'resume'
    | 'close'
    | 'undo'
    | 'follow'
    | 'unfollow'
    | 'resolve',
) => fc.constant<Drawn>({ type });

const command: fc.Arbitrary<Drawn> = fc.oneof(
  { arbitrary: simple('acknowledge'), weight: 4 },
  { arbitrary: simple('undo'), weight: 4 },
  { arbitrary: simple('resolve'), weight: 2 },
  simple('resume'),
  simple('close'),
  simple('follow'),
  simple('unfollow'),
  fc.constant<Drawn>({ type: 'dismiss', reason: 'other' }),
  fc.constant<Drawn>({ type: 'reopen', reason: 'Again' }),
  fc.constant<Drawn>({ type: 'add-note', text: 'Seen' }),
  fc
    .constantFrom(
      'investigating' as const,
      'fixing' as const,
      'monitoring' as const,
    )
    .map(to => ({ type: 'change-status' as const, to })),
  fc
    .constantFrom('vendor' as const, 'change' as const)
    .map(reason => ({ type: 'hold' as const, reason, resumeBy: minute(60) })),
  fc
    .constantFrom('Slow', 'Slower')
    .map(title => ({ type: 'rename' as const, title })),
  {
    arbitrary: fc
      .nat({ max: INCIDENTS - 1 })
      .map(other => ({ type: 'merge' as const, other })),
    weight: 3,
  },
);

const step: fc.Arbitrary<Step> = fc.record(
  {
    incident: fc.nat({ max: INCIDENTS - 1 }),
    actor: fc.nat({ max: ACTORS.length - 1 }),
    command,
    clientId: fc.constantFrom('a', 'b', 'c'),
    looksAt: fc.constantFrom(
      'what is there' as const,
      'what was there' as const,
    ),
  },
  { requiredKeys: ['incident', 'actor', 'command'] },
);

/** Commands that are sent at once, one handful after the other. */
const sequence = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 8,
});

async function openStage(knex: Parameters<typeof openWard>[0]) {
  const ward = await openWard(knex);
  const service = new IncidentService({
    knex,
    incidents: ward.incidents,
    writer: ward.writer,
    routing: {
      route: async () => toPayments,
      passOn: async () => undefined,
      withoutEntity: async () => toPayments,
      snapshots: async () => new Map(),
      suggest: async () => ({ impact: 'medium', urgency: 'medium' }),
    },
    changes: { snapshot: async () => undefined },
    confidence: new Confidence({ knex, teams: { groupsOf: async () => [] } }),
    hints: new CommitHints(),
    now: { now: () => minute(1) },
  });
  const find = async (id: string) => ward.incidents.resolveId(knex, id);
  const mayRespond = (actor: (typeof ACTORS)[number]) => actor !== mei;

  return {
    knex,
    /** Three incidents of one entity, as they are when they are reported. */
    async report(): Promise<SmallModel> {
      const incidents = [];
      for (let n = 0; n < INCIDENTS; n++) {
        const { id } = await service.declare(
          { person: mei, ownershipRefs: [], mayRespond: false, find },
          {
            title: 'Slow',
            entityRef: 'component:default/payments-api',
            risks: [],
            affected: [],
            mode: 'real',
            visibility: 'public',
          },
        );
        incidents.push({
          id,
          status: 'triage',
          title: 'Slow',
          reporter: mei.ref,
          followers: new Set([mei.ref]),
        });
      }
      return new SmallModel(incidents);
    },

    async send(
      { actor, clientId }: Step,
      incidentId: string,
      sent: ModelCommand,
      tag: string,
      expectedVersion: number | undefined,
    ): Promise<Sent> {
      const { ref } = ACTORS[actor];
      const sender = { ref, mayRespond: mayRespond(ACTORS[actor]) };
      return {
        tag,
        incidentId,
        command: sent,
        sender,
        clientId,
        expectedVersion,
        told: await toldBy(() =>
          service.execute(
            {
              person: { ref, name: tag },
              ownershipRefs: [],
              mayRespond: sender.mayRespond,
              find,
            },
            incidentId,
            { command: sent, clientId, expectedVersion },
          ),
        ),
      };
    },

    /** What commands with these tags have left on the timelines. */
    async traces(
      ids: readonly string[],
      tags: readonly string[],
    ): Promise<Trace[]> {
      const rows: {
        incident_id: string;
        actor_name: string;
        version: number;
      }[] = await knex('incident_events')
        .whereIn('incident_id', [...ids])
        .whereIn('actor_name', [...tags])
        .groupBy('incident_id', 'actor_name')
        .select('incident_id', 'actor_name')
        .max({ version: 'sequence' });
      return rows.map(row => ({
        tag: row.actor_name,
        incidentId: row.incident_id,
        version: row.version,
      }));
    },

    /** The incidents as the database has them, in the model's words. */
    async stored(ids: readonly string[]) {
      const evidence = await inSnapshot(knex, tx =>
        new EvidenceReader().evidence(tx, ids, START),
      );
      const rules = {
        policy: DEFAULT_POLICY,
        bounds: WATCH_BOUNDS,
        now: minute(1),
      };
      expect(evidence.flatMap(each => inspectIncident(each, rules))).toEqual(
        [],
      );
      return Promise.all(
        evidence.map(async ({ stored: { state }, clocks }) => {
          expect(clocks.map(({ kind }) => kind).sort()).toEqual(
            clocksOf(state, DEFAULT_POLICY)
              .map(({ kind }) => kind)
              .sort(),
          );
          const followers: string[] = await knex('incident_people')
            .where({ incident_id: state.id, role: 'follower' })
            .pluck('person_ref');
          return {
            id: state.id,
            status: state.status,
            title: state.title,
            lead: state.lead?.ref,
            isOnHold: Boolean(state.hold),
            mergedInto: state.mergedInto?.id,
            followers: followers.sort(),
          };
        }),
      );
    },
  };
}

async function toldBy(
  send: () => Promise<{ changed: boolean }>,
): Promise<ModelOutcome> {
  try {
    return (await send()).changed ? 'changes' : 'nothing';
  } catch (error) {
    if (isError(error) && REFUSALS.has(error.name)) {
      return error.name as ModelOutcome;
    }
    throw error;
  }
}

/** Names that nothing else has. */
function counting(prefix: string) {
  let count = 0;
  return {
    next() {
      count += 1;
      return `${prefix}${count}`;
    },
  };
}

const REFUSALS = new Set(['ConflictError', 'InputError', 'NotAllowedError']);

const inTheModelsWords = (model: SmallModel) =>
  [...model.incidents.values()].map(each => ({
    id: each.id,
    status: each.status,
    title: each.title,
    lead: each.lead,
    isOnHold: Boolean(each.hold),
    mergedInto: each.mergedInto,
    followers: [...each.followers].sort(),
  }));

const byId = <Item extends { id: string }>(items: Item[]) =>
  items.sort((a, b) => (a.id < b.id ? -1 : 1));

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('lets many people at once do only what they could do one after the other', async () => {
    const stage = await openStage(await databases.init(databaseId));
    const tags = counting('#');
    await fc.assert(
      fc.asyncProperty(sequence, async handfuls => {
        const model = await stage.report();
        const ids = [...model.incidents.keys()];
        let account: Account = {
          model,
          versions: new Map(ids.map(id => [id, 3])),
          outcomes: new Map(),
        };
        for (const handful of handfuls) {
          const seen = account.versions;
          const told = await Promise.all(
            handful.map(drawn => {
              const id = ids[drawn.incident];
              const { command: named, looksAt } = drawn;
              return stage.send(
                drawn,
                id,
                named.type === 'merge'
                  ? { type: 'merge', into: ids[named.other] }
                  : named,
                tags.next(),
                looksAt &&
                  seen.get(id)! - (looksAt === 'what was there' ? 1 : 0),
              );
            }),
          );
          const traces = await stage.traces(
            ids,
            told.map(({ tag }) => tag),
          );
          account = explain(account, told, traces);
        }
        expect(byId(await stage.stored(ids))).toEqual(
          byId(inTheModelsWords(account.model)),
        );
      }),
      { numRuns: RUNS, seed: SEED },
    );

    const keys: string[] = await stage.knex('outbox').pluck('key');
    expect(new Set(keys).size).toBe(keys.length);
    const open: string[] = await stage
      .knex('incidents')
      .whereNotNull('open_key')
      .pluck('open_key');
    expect(new Set(open).size).toBe(open.length);
  });
});
