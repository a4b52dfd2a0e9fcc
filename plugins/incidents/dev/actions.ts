import {
  type ActionCommandType,
  type ActionDetail,
  isOpenAction,
} from '@linchpin/backstage-plugin-incidents-common';
import { ACTION_COMMANDS } from '@linchpin/backstage-plugin-incidents-common/actions';
import { ago } from './incident';
import {
  bookingApi,
  mei,
  nadia,
  ola,
  payments,
  paymentsApi,
  paymentsDb,
  payoutExporter,
  platform,
  tomas,
} from './people';

const DAY_MIN = 24 * 60;

/** An action item that somebody has proposed, except for what is said of it. */
export function anAction(
  now: number,
  facts: Partial<ActionDetail> &
    Pick<ActionDetail, 'number' | 'title'> & {
      /** Days since it was proposed. */
      age: number;
      /** Days until it is due; negative where it was. */
      dueIn: number;
    },
): ActionDetail {
  const { age, dueIn, ...given } = facts;
  const createdAt = ago(now, age * DAY_MIN);
  const dueOn = dayAfter(now, dueIn);
  const dueAt = endOf(dueOn);
  const status = given.status ?? 'proposed';
  const action: ActionDetail = {
    id: `id-${given.number}`,
    type: 'prevent',
    priority: 'P2',
    status,
    statusSince: createdAt,
    entity: paymentsApi,
    owner: payments,
    unrouted: null,
    responsible: null,
    accountable: mei,
    dueOn,
    dueAt,
    overdue: isOpenAction(status) && dueAt < new Date(now).toISOString(),
    factor: null,
    incidents: [
      {
        number: 'INC-41',
        title: 'Card payments time out for 1 in 5 bookings',
      },
    ],
    recurrences: [],
    ticket: null,
    createdAt,
    version: 1,
    description: null,
    quote: null,
    createdBy: mei,
    wontDo: null,
    verifiedHow: null,
    events: [
      {
        sequence: 1,
        at: createdAt,
        actor: { type: 'user', ref: mei.ref, name: mei.title },
        type: 'proposed',
        data: {},
      },
    ],
    viewer: { commands: [] },
    ...given,
  };
  return withActionCommands(action);
}

/** What Mei, who answers for all of them, may do with one as it stands. */
export function withActionCommands(action: ActionDetail): ActionDetail {
  const types = Object.keys(ACTION_COMMANDS) as ActionCommandType[];
  const commands = types.filter(
    type =>
      ACTION_COMMANDS[type].from.includes(action.status) &&
      (MEANINGFUL[type]?.(action) ?? true),
  );
  return { ...action, viewer: { commands } };
}

const MEANINGFUL: Partial<
  Record<ActionCommandType, (action: ActionDetail) => boolean>
> = {
  'unlink-incident': ({ incidents }) => incidents.length > 1,
  'link-ticket': ({ ticket }) => ticket === null,
  'make-ticket': ({ ticket }) => ticket === null,
  'unlink-ticket': ({ ticket }) => ticket !== null,
};

function dayAfter(now: number, days: number): string {
  const date = new Date(now);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A day is over when the next one begins. */
export function endOf(day: string): string {
  const next = dayAfter(Date.parse(day), 1);
  return `${next}T00:00:00.000Z`;
}

/** What came of the reviews of one company, seen by Mei of Payments. */
export function someActions(now: number): ActionDetail[] {
  return [
    anAction(now, {
      number: 'ACT-12',
      title: 'Alert on connections of payments-db before the pool is full',
      age: 39,
      dueIn: -9,
      status: 'in-progress',
      responsible: tomas,
      accountable: mei,
      entity: paymentsDb,
      factor: 'missing-alert',
      priority: 'P1',
      recurrences: [{ number: 'INC-41', at: ago(now, 38) }],
    }),
    anAction(now, {
      number: 'ACT-13',
      title: 'Give each client of payments-db a limit of its own',
      age: 12,
      dueIn: 3,
      status: 'accepted',
      responsible: nadia,
      accountable: payments,
      entity: paymentsDb,
      factor: 'no-limit',
      ticket: {
        tracker: 'jira',
        trackerTitle: 'Jira',
        url: 'https://jira.fernway.test/browse/PAY-12',
        key: 'PAY-12',
        sync: 'in-step',
        problem: null,
      },
    }),
    anAction(now, {
      number: 'ACT-14',
      title: 'Answer bookings without waiting for the payment',
      age: 10,
      dueIn: 48,
      type: 'mitigate',
      status: 'accepted',
      entity: bookingApi,
      owner: platform,
      accountable: ola,
    }),
    anAction(now, {
      number: 'ACT-15',
      title: 'Find out why the replica took eleven minutes to take over',
      age: 4,
      dueIn: 26,
      type: 'investigate',
      status: 'proposed',
      responsible: mei,
      entity: paymentsDb,
      factor: 'slow-failover',
    }),
    anAction(now, {
      number: 'ACT-16',
      title: 'Write down how to fail over by hand',
      age: 30,
      dueIn: 5,
      type: 'respond-better',
      priority: 'P3',
      status: 'in-progress',
      statusSince: ago(now, 3 * DAY_MIN),
      responsible: mei,
      entity: paymentsDb,
      factor: 'slow-failover',
    }),
    anAction(now, {
      number: 'ACT-9',
      title: 'Retry payouts that a full disk has stopped',
      age: 60,
      dueIn: -20,
      status: 'done',
      statusSince: ago(now, 24 * DAY_MIN),
      responsible: ola,
      entity: payoutExporter,
      factor: 'no-limit',
      priority: 'P3',
    }),
    anAction(now, {
      number: 'ACT-7',
      title: 'Alert when no payout has left for an hour',
      age: 90,
      dueIn: -50,
      status: 'verified',
      statusSince: ago(now, 40 * DAY_MIN),
      type: 'detect',
      responsible: tomas,
      entity: payoutExporter,
      factor: 'missing-alert',
      verifiedHow: 'The drill of 3 November raised it within five minutes.',
    }),
    anAction(now, {
      number: 'ACT-8',
      title: 'Move payouts to a queue of their own',
      age: 88,
      dueIn: -30,
      status: 'wont-do',
      statusSince: ago(now, 30 * DAY_MIN),
      entity: payoutExporter,
      wontDo: { by: mei, reason: 'The exporter is replaced in January.' },
    }),
  ];
}
