import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import {
  DEFAULT_POLICY,
  type IncidentState,
  type Routing,
  type UnroutedReason,
  type UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { recurrenceFollower } from '../../actions/__testUtils__/recurrenceFollower';
import { ClockStore } from '../../clocks';
import { openDatabase } from '../../database/migrate';
import { OutboxStore } from '../../delivery';
import { AffectedStore } from '../../incidents/AffectedStore';
import { CommandLog } from '../../incidents/CommandLog';
import { CommitHints } from '../../incidents/CommitHints';
import { EventStore } from '../../incidents/EventStore';
import { IncidentStore } from '../../incidents/IncidentStore';
import { IncidentWriter } from '../../incidents/IncidentWriter';
import { PeopleStore } from '../../incidents/PeopleStore';
import { reviewFollower } from '../../reviews/__testUtils__/reviewFollower';
import { message } from '../alertmanager/__fixtures__/messages';
import { AlertmanagerSource } from '../alertmanager/AlertmanagerSource';
import { AlertAttachments } from '../AlertAttachments';
import { AlertSources } from '../AlertSources';
import { composeAlerts } from '../composeAlerts';
import type { AlertMatch, AlertMatcher, AlertRouting } from '../facts';
import { readAlertsSettings } from '../settings';

export const START = '2026-11-21T10:00:00.000Z';

/** The minute `n` after the start. */
export function minute(n: number): string {
  return new Date(Date.parse(START) + n * 60_000).toISOString();
}

export const nadia = { ref: 'user:default/nadia', name: 'Nadia' };
export const ravi = { ref: 'user:default/ravi', name: 'Ravi' };
const operations = { ref: 'user:default/olu', name: 'Olu' };

/** Every service is a component that Payments owns, but for those named here. */
export class Town implements AlertMatcher, AlertRouting {
  readonly unknown = new Set(['nobody-knows']);
  readonly ambiguous = new Set(['gateway']);
  answers = true;
  asked = 0;

  async match(labels: Readonly<Record<string, string>>): Promise<AlertMatch> {
    this.asked += 1;
    const { service } = labels;
    if (!this.answers) {
      return { outcome: 'catalog-unavailable' };
    }
    if (!service || this.unknown.has(service)) {
      return { outcome: 'none', candidates: [] };
    }
    if (this.ambiguous.has(service)) {
      return { outcome: 'several', candidates: [] };
    }
    return {
      outcome: 'matched',
      entityRef: `component:default/${service}`,
      lookup: { by: 'name', label: 'service', name: service },
    };
  }

  async route(entityRef: string): Promise<Routing> {
    return {
      entity: { ref: entityRef, title: entityRef.split('/')[1] },
      owner: { ref: 'group:default/payments', title: 'Payments' },
      steps: [],
      people: [nadia, ravi],
    };
  }

  async withoutEntity(unrouted: UnroutedReason): Promise<Routing> {
    return { unrouted, steps: [], people: [operations] };
  }
}

/** Alerts in, over a real database: what is posted, processed and found there. */
export async function openDesk(knex: Knex, alerts: object = {}) {
  await openDatabase(
    { getClient: async () => knex },
    mockServices.logger.mock(),
  );
  const now = { at: START, now: () => now.at };
  const town = new Town();
  const metrics = metricsServiceMock.mock();
  const incidents = new IncidentStore();
  const attachments = new AlertAttachments();
  const writer = new IncidentWriter({
    incidents,
    events: new EventStore(),
    people: new PeopleStore(),
    affected: new AffectedStore(),
    commands: new CommandLog(),
    clocks: new ClockStore(),
    outbox: new OutboxStore(),
    alerts: attachments,
    followers: [reviewFollower(), recurrenceFollower()],
    policy: DEFAULT_POLICY,
  });
  const hints = new CommitHints();
  const hinted: string[][] = [];
  hints.onChange(ids => hinted.push(ids));
  const logger = mockServices.logger.mock();
  const compose = () =>
    composeAlerts({
      knex,
      settings: readAlertsSettings(
        new ConfigReader({ incidents: { alerts } } as never),
      ),
      sources: new AlertSources([new AlertmanagerSource()]),
      matcher: town,
      routing: town,
      incidents,
      writer,
      hints,
      now,
      metrics,
      logger,
    });
  const room = compose();

  const desk = {
    ...room,
    knex,
    town,
    now,
    incidents,
    writer,
    attachments,
    hinted,
    logger,
    /** Another replica's processor. */
    anotherProcessor: () => compose().processor,

    /** Posts a body as a sender does. */
    async postBody(body: unknown): Promise<string> {
      const { deliveryId } = await room.intake.receive('alertmanager', {
        body,
        text: JSON.stringify(body),
        headers: {},
      });
      return deliveryId;
    },

    /** Posts a message of these alerts. */
    post: (...sent: unknown[]) => desk.postBody(message(...sent)),

    /** Posts a message at a minute, processes it, and tells what became of it. */
    async send(at: number, ...sent: unknown[]) {
      now.at = minute(at);
      const id = await desk.post(...sent);
      await room.processor.tick(now.at);
      return room.deliveries.read(id);
    },

    /** What a person does to an incident at a minute. */
    async command(at: number, number: number, command: UserCommand) {
      now.at = minute(at);
      const id = (await incidents.resolveId(knex, `INC-${number}`))!;
      const other =
        command.type === 'merge'
          ? await incidents.resolveId(knex, command.into)
          : (await incidents.state(knex, id))?.mergedInto?.id;
      await knex.transaction(tx =>
        writer.execute(
          tx,
          id,
          { command },
          {
            now: now.at,
            actor: { type: 'user', ...nadia },
            mayRespond: true,
            ...(other && { otherId: other }),
          },
        ),
      );
    },

    /** Every incident as it stands, by its number. */
    async allIncidents(): Promise<IncidentState[]> {
      const rows = await knex('incidents').orderBy('number').select('state');
      return rows.map(row => JSON.parse(row.state));
    },

    /** Every occurrence in the order of its first sight. */
    async occurrences() {
      const rows = await knex('alert_occurrences as o')
        .join('monitoring_alerts as a', 'a.id', 'o.alert_id')
        .leftJoin('incidents as i', 'i.id', 'o.incident_id')
        .orderBy(['o.received_at', 'o.starts_at', 'a.labels'])
        .select('a.title', 'a.labels', 'o.firing', 'o.deliveries')
        .select('o.disposition', 'o.unmatched', 'i.number');
      return rows.map(row => ({
        title: row.title,
        labels: JSON.parse(row.labels) as Record<string, string>,
        firing: Boolean(row.firing),
        deliveries: row.deliveries,
        disposition: row.disposition,
        unmatched: row.unmatched,
        incident: row.number,
      }));
    },

    /** What people are asked to do, in the order of asking. */
    async pages() {
      const rows = await knex('outbox')
        .where({ kind: 'page' })
        .orderBy('id')
        .select('recipient_ref', 'state');
      return rows.map(row => `${row.recipient_ref} ${row.state}`);
    },

    async rows(table: string): Promise<number> {
      const row = await knex(table).count({ n: '*' }).first();
      return Number(row?.n);
    },
  };
  return desk;
}
