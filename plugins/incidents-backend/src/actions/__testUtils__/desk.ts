import {
  DEFAULT_POLICY,
  type CreateActionRequest,
  type PersonSnapshot,
  type UserActionCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { DEFAULT_DUE_WITHIN } from '@linchpin/backstage-plugin-incidents-common/actions';
import {
  actionsQuerySchema,
  createActionSchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { Knex } from 'knex';
import { Confidence, type Access } from '../../authorization';
import { accessOf } from '../../authorization/__testUtils__/accessOf';
import { DirectoryStage } from '../../catalog/__testUtils__/DirectoryStage';
import { ClockStore } from '../../clocks';
import { openEngine } from '../../clocks/__testUtils__/openEngine';
import { OutboxStore } from '../../delivery';
import { toEntry } from '../../delivery/outboxRow';
import { IncidentReader } from '../../history/IncidentReader';
import { IncidentResources } from '../../history/IncidentResources';
import { ScopeReader } from '../../history/ScopeReader';
import { CommitHints } from '../../incidents/CommitHints';
import { mei, nadia, openWard, ravi } from '../../incidents/__testUtils__/ward';
import { RoutingService } from '../../routing';
import { ACTION } from '../actionNotices';
import { ActionReader } from '../ActionReader';
import { composeActions } from '../composeActions';
import { composeActionWriting } from '../composeActionWriting';
import { ActionTrackers } from '../trackers';

const PAYMENTS_API = { ref: 'component:payments-api', owner: 'group:payments' };

/** Payments has Nadia and Ravi, Orders has Mei; both belong to Commerce, where Tomas is. */
export const CATALOG = [
  PAYMENTS_API,
  { ref: 'group:payments', title: 'Payments', parent: 'group:commerce' },
  { ref: 'group:orders', title: 'Orders', parent: 'group:commerce' },
  { ref: 'group:commerce', title: 'Commerce' },
  { ref: 'user:nadia', displayName: 'Nadia', memberOf: ['group:payments'] },
  { ref: 'user:ravi', displayName: 'Ravi', memberOf: ['group:payments'] },
  { ref: 'user:mei', displayName: 'Mei', memberOf: ['group:orders'] },
  { ref: 'user:tomas', displayName: 'Tomas', memberOf: ['group:commerce'] },
];

export const PAYMENTS = 'group:default/payments';
export const ORDERS = 'group:default/orders';

/** The catalog without some of it, and with entities as they are now. */
export function catalogWith(
  now: readonly (typeof CATALOG)[number][],
  ...gone: string[]
) {
  return [
    ...CATALOG.filter(
      ({ ref }) => !gone.includes(ref) && !now.some(each => each.ref === ref),
    ),
    ...now,
  ];
}

/** Action items over a real database, with a catalog and clocks that a test moves. */
export async function openActionDesk(
  knex: Knex,
  trackers = new ActionTrackers(),
) {
  const ward = await openWard(knex);
  const stage = await DirectoryStage.open(knex, CATALOG);
  const { directory, now, logger } = stage;
  await directory.refresh.run();
  const routing = new RoutingService({
    knex,
    directory,
    policy: { maxPeople: 20 },
  });
  const incidents = new IncidentReader(knex, DEFAULT_POLICY);
  const reading = new ActionReader({
    knex,
    incidents,
    scopes: new ScopeReader(directory),
    now,
  });
  const policy = { dueWithin: DEFAULT_DUE_WITHIN, zone: 'UTC' };
  const clocks = new ClockStore();
  const hints = new CommitHints();
  const hinted: string[] = [];
  hints.onChange(ids => hinted.push(...ids));
  const actions = composeActions({
    knex,
    policy,
    writing: composeActionWriting({
      policy,
      clocks,
      outbox: new OutboxStore(),
      groups: routing,
    }),
    confidence: new Confidence({ knex, teams: directory.teams }),
    directory,
    routing,
    incidents,
    resources: new IncidentResources(knex),
    reading,
    trackers,
    entities: directory.annotations,
    portalUrl: 'https://portal.example.com',
    hints,
    now,
    logger,
  });
  const engine = openEngine(knex, now, ACTION, actions.clocks);

  return {
    ...ward,
    actions,
    reading,
    engine,
    stage,
    /** Incidents of which open screens were told that something has changed. */
    hinted,
    /** From now on the catalog is so, and read. */
    async catalogIs(sketches: Parameters<typeof stage.has>[0]) {
      stage.has(sketches);
      stage.pass({ minutes: 5 });
      await directory.refresh.run();
      await actions.follower.run();
    },
    /** Of an incident, by Mei, to be done by Ravi, for Nadia. */
    propose(
      incident: string,
      request: Partial<CreateActionRequest> = {},
      access: Access = accessOf(mei),
    ) {
      return actions.service.propose(
        { access, person: mei },
        createActionSchema.parse({
          title: 'Alert on queue length before it overflows',
          type: 'prevent',
          responsibleRef: ravi.ref,
          accountableRef: nadia.ref,
          dueOn: '2026-12-03',
          incidents: [incident],
          ...request,
        }),
      );
    },
    send(
      id: string,
      command: UserActionCommand,
      person: PersonSnapshot = mei,
      rest: { clientId?: string; expectedVersion?: number } = {},
    ) {
      return actions.service.execute({ access: accessOf(person), person }, id, {
        command,
        ...rest,
      });
    },
    board(query: object, access: Access = accessOf(mei)) {
      return reading.list(access, actionsQuerySchema.parse(query));
    },
    get: (id: string, access: Access = accessOf(mei)) =>
      actions.details.get(access, id),
    /** Who is told what by which event, in the order of being written. */
    async told(id: string): Promise<string[]> {
      const rows = await knex('outbox')
        .where({ subject_kind: ACTION, subject_id: id })
        .whereIn('state', ['pending', 'sent'])
        .orderBy('id')
        .select('cause', 'recipient_name');
      return rows.map(
        row => `${row.cause.replace(/^\d+:/, '')} ${row.recipient_name}`,
      );
    },
    /** What is to be sent of an action, in words. */
    async notices(id: string): Promise<string[]> {
      const rows = await knex('outbox')
        .where({ subject_kind: ACTION, subject_id: id, state: 'pending' })
        .orderBy('id');
      return Promise.all(
        rows.map(async row => {
          const sent = await actions.renderer.render({
            ...toEntry(row),
            id: row.id,
            key: row.key,
            attempts: 1,
          });
          const said = sent && 'title' in sent ? sent.title : 'nothing';
          return `${row.recipient_name}: ${said}`;
        }),
      );
    },
  };
}
