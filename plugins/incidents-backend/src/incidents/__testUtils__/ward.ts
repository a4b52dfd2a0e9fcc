import { mockServices } from '@backstage/backend-test-utils';
import {
  DEFAULT_POLICY,
  type Actor,
  type Routing,
  type UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import { declareSchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { Knex } from 'knex';
import { recurrenceFollower } from '../../actions/__testUtils__/recurrenceFollower';
import { ClockStore } from '../../clocks';
import { openDatabase } from '../../database/migrate';
import { OutboxStore } from '../../delivery';
import { reviewFollower } from '../../reviews/__testUtils__/reviewFollower';
import { AffectedStore } from '../AffectedStore';
import { CommandLog } from '../CommandLog';
import { EventStore } from '../EventStore';
import { IncidentStore } from '../IncidentStore';
import { IncidentWriter, type FactsAt } from '../IncidentWriter';
import { PeopleStore } from '../PeopleStore';

export const nadia = { ref: 'user:default/nadia', name: 'Nadia' };
export const ravi = { ref: 'user:default/ravi', name: 'Ravi' };
export const mei = { ref: 'user:default/mei', name: 'Mei' };

/** payments-api, owned by Payments, where Nadia and Ravi are told. */
export const toPayments: Routing = {
  entity: {
    ref: 'component:default/payments-api',
    title: 'payments-api',
    ownerRef: 'group:default/payments',
  },
  owner: { ref: 'group:default/payments', title: 'Payments' },
  steps: [],
  people: [nadia, ravi],
};

export const START = '2026-11-21T10:00:00.000Z';

/** The minute `n` after the start. */
export function minute(n: number): string {
  return new Date(Date.parse(START) + n * 60_000).toISOString();
}

export function by(person: typeof nadia, now: string): FactsAt {
  const actor: Actor = { type: 'user', ...person };
  return { now, actor, mayRespond: true };
}

/** The write path over a real database, without the engines around it. */
export async function openWard(knex: Knex) {
  await openDatabase(
    { getClient: async () => knex },
    mockServices.logger.mock(),
  );
  const incidents = new IncidentStore();
  const events = new EventStore();
  const moves: string[] = [];
  const writer = new IncidentWriter({
    incidents,
    events,
    people: new PeopleStore(),
    affected: new AffectedStore(),
    commands: new CommandLog(),
    clocks: new ClockStore(),
    outbox: new OutboxStore(),
    alerts: {
      async move(_tx, from, to) {
        moves.push(`${from} to ${to}`);
      },
      async moveBack(_tx, from, to) {
        moves.push(`${from} back from ${to}`);
      },
      async divide(_tx, _id, alertIds) {
        return {
          moved: alertIds.map(id => ({ id, title: id, firing: true })),
          rest: { count: 1, firing: 1 },
        };
      },
      async moveOut(_tx, from, to, alertIds) {
        moves.push(`${alertIds} out of ${from} to ${to}`);
      },
    },
    followers: [reviewFollower(), recurrenceFollower()],
    policy: DEFAULT_POLICY,
  });

  return {
    knex,
    incidents,
    events,
    moves,
    writer,
    report(
      title: string,
      options: {
        at?: string;
        declareKey?: string;
        routing?: Routing;
        private?: true;
      } = {},
    ) {
      const { at = START, routing = toPayments, declareKey } = options;
      return knex.transaction(tx =>
        writer.open(
          tx,
          {
            source: 'report',
            status: 'triage',
            request: declareSchema.parse({
              title,
              visibility: options.private ? 'private' : 'public',
            }),
            impact: 'medium',
            urgency: 'high',
            routing,
            affected: [],
          },
          by(mei, at),
          declareKey ? { declareKey } : {},
        ),
      );
    },
    send(
      id: string,
      command: UserCommand,
      facts: FactsAt,
      rest: { clientId?: string; expectedVersion?: number } = {},
    ) {
      return knex.transaction(tx =>
        writer.execute(tx, id, { command, ...rest }, facts),
      );
    },
    rowsOf(table: string, id: string) {
      const key =
        table === 'clocks' || table === 'outbox' ? 'subject_id' : 'incident_id';
      return knex(table).where({ [key]: id });
    },
  };
}
