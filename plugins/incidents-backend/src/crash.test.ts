import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  DEFAULT_POLICY,
  inspectIncident,
  WATCH_BOUNDS,
  type UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import knexFactory, { type Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firing } from './alerts/alertmanager/__fixtures__/messages';
import { minute, nadia, openDesk } from './alerts/__testUtils__/desk';
import { incidentClocks } from './__testUtils__/incidentClocks';
import { MortalConnection } from './__testUtils__/MortalConnection';
import { isPostgres } from './database/dialect';
import {
  NOTIFICATIONS_CHANNEL,
  OutboxMetrics,
  OutboxRecords,
  OutboxRelay,
  OutboxClaims,
  type Delivery,
} from './delivery';
import { EventStore } from './incidents/EventStore';
import { IncidentRenderer } from './incidents/IncidentRenderer';
import { INCIDENT } from './incidents/neighbours';
import { EvidenceReader } from './watchdog';
import { IDLE } from './delivery/__testUtils__/idle';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Everything of one backend process that writes, composed anew over a database. */
async function openProcess(knex: Knex) {
  const desk = await openDesk(knex);
  const now = { now: () => desk.now.at };
  const metrics = metricsServiceMock.mock();
  const logger = mockServices.logger.mock();
  const relay = new OutboxRelay({
    knex,
    claims: new OutboxClaims(),
    now,
    occupation: IDLE,
    metrics: new OutboxMetrics({
      metrics,
      knex,
      records: new OutboxRecords(),
      now,
    }),
    logger,
  });
  relay.registerRenderer(
    INCIDENT,
    new IncidentRenderer({
      ...desk,
      knex,
      events: new EventStore(),
      policy: DEFAULT_POLICY,
    }),
  );
  const told: Delivery[] = [];
  for (const id of [NOTIFICATIONS_CHANNEL, 'events']) {
    relay.registerChannel({ id, deliver: async each => void told.push(each) });
  }
  return {
    ...desk,
    relay,
    engine: incidentClocks(desk, { now: () => desk.now.at }),
    told,
  };
}

/**
 * The way of one alert through a process: in, to an incident, told, overdue,
 * acknowledged, resolved. Whoever got no answer asks again, so the way
 * can be gone once more from the start, by a process that was started later.
 */
class Way {
  readonly #service: string;
  readonly #start: number;
  readonly #answered = new Set<string>();

  constructor(service: string, start: number) {
    this.#service = service;
    this.#start = start;
  }

  async go(
    process: Awaited<ReturnType<typeof openProcess>>,
    late = 0,
  ): Promise<void> {
    const { engine, now, processor, relay } = process;
    const labels = { alertname: 'Down', service: this.#service };
    const startsAt = minute(this.#start);
    const at = (n: number) => {
      now.at = minute(this.#start + late + n);
      return now.at;
    };

    at(0);
    await this.#once('alert', () => process.post(firing(labels, { startsAt })));
    await processor.tick(at(1));
    await relay.tick(at(2));
    await engine.tick(at(20));
    await relay.tick(at(21));
    at(22);
    await this.#once('acknowledge', () =>
      this.#command(process, { type: 'acknowledge' }),
    );
    await relay.tick(at(23));
    at(24);
    await this.#once('resolve', () =>
      this.#command(process, { type: 'resolve', note: 'It was the disk' }),
    );
    await relay.tick(at(25));
  }

  /** Until there is an answer; a repeat may find that it was heard before. */
  async #once(name: string, ask: () => Promise<unknown>): Promise<void> {
    if (!this.#answered.has(name)) {
      await ask();
      this.#answered.add(name);
    }
  }

  async #command(
    { knex, writer, now }: Awaited<ReturnType<typeof openProcess>>,
    command: UserCommand,
  ): Promise<void> {
    const { id } = await knex('incidents')
      .where({ entity_ref: `component:default/${this.#service}` })
      .first('id');
    await knex.transaction(tx =>
      writer.execute(
        tx,
        id,
        { command, clientId: command.type },
        {
          now: now.at,
          actor: { type: 'user', ...nadia },
          mayRespond: true,
        },
      ),
    );
  }
}

/** What lies in the database about a service, without ids and times. */
async function traceOf(knex: Knex, service: string, now: string) {
  const incidents = await knex('incidents')
    .where({ entity_ref: `component:default/${service}` })
    .select('id', 'status', 'lead_ref');
  const ids = incidents.map(({ id }) => id as string);
  const events = await knex('incident_events')
    .whereIn('incident_id', ids)
    .orderBy('sequence')
    .pluck('type');
  const outbox = await knex('outbox')
    .whereIn('subject_id', ids)
    .orderBy('key')
    .select('cause', 'kind', 'channel', 'recipient_ref', 'state');
  const occurrences = await knex('alert_occurrences as o')
    .join('monitoring_alerts as a', 'a.id', 'o.alert_id')
    .where('a.labels', 'like', `%"${service}"%`)
    .select('o.firing', 'o.incident_id');
  const evidence = await knex.transaction(tx =>
    new EvidenceReader().evidence(tx, ids, minute(0)),
  );
  return {
    incidents: incidents.map(({ status, lead_ref }) => ({ status, lead_ref })),
    events,
    messages: outbox.map(
      ({ cause, kind, channel, recipient_ref }) =>
        `${cause} ${kind} ${channel} ${recipient_ref}`,
    ),
    unsent: outbox
      .map(({ state }) => state)
      .filter(state => state === 'pending' || state === 'sending'),
    occurrences: occurrences.map(({ firing: fires, incident_id }) => ({
      firing: Boolean(fires),
      attached: ids.includes(incident_id),
    })),
    waiting: await knex('alert_deliveries').whereNot('status', 'processed'),
    findings: evidence.flatMap(each =>
      inspectIncident(each, {
        policy: DEFAULT_POLICY,
        bounds: WATCH_BOUNDS,
        now,
      }),
    ),
  };
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let folder: string;
  let survivor: Knex;
  let config: Knex.Config;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'linchpin-crash-'));
    const knex = await databases.init(databaseId);
    config = isPostgres(knex)
      ? { client: 'pg', connection: postgresOf(knex) }
      : {
          client: 'better-sqlite3',
          connection: { filename: join(folder, 'incidents.sqlite') },
          useNullAsDefault: true,
        };
    survivor = knexFactory(config);
  });

  afterAll(async () => {
    await survivor.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Locks of a connection that was cut last until the server has noticed. */
  async function deathIsNoticed(): Promise<void> {
    while (isPostgres(survivor)) {
      const { rows } = await survivor.raw(
        `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and application_name = 'mortal'`,
      );
      if (rows.length === 0) {
        return;
      }
    }
  }

  it('whichever statement is the last of a process, the next one brings everything to the same end', async () => {
    const living = await openProcess(survivor);
    await new Way('reference', 0).go(living);
    const end = await traceOf(survivor, 'reference', minute(30));
    expect(end).toMatchObject({
      incidents: [{ status: 'resolved', lead_ref: nadia.ref }],
      occurrences: [{ firing: true, attached: true }],
      unsent: [],
      waiting: [],
      findings: [],
    });

    let deaths = 0;
    for (let n = 1; ; n++) {
      const service = `service-${n}`;
      const way = new Way(service, 100 * n);
      const mortal = new MortalConnection(mortalConfig(config));
      const dying = await openProcess(mortal.knex);
      mortal.dieAfter(n);
      const { isDead } = await way.go(dying).then(
        () => mortal,
        () => mortal,
      );
      await mortal.close();
      await deathIsNoticed();

      await way.go(living, 5);

      expect({
        n,
        ...(await traceOf(survivor, service, minute(100 * n + 35))),
      }).toEqual({ n, ...end });
      if (!isDead) {
        break;
      }
      deaths = n;
    }
    expect(deaths).toBeGreaterThan(80);
  });
});

/** The password is no enumerable property of knex's settings. */
function postgresOf(knex: Knex): Knex.PgConnectionConfig {
  const { connection } = knex.client.config;
  return { ...connection, password: connection.password };
}

function mortalConfig(config: Knex.Config): Knex.Config {
  return config.client === 'pg'
    ? {
        ...config,
        connection: {
          ...(config.connection as object),
          application_name: 'mortal',
        },
      }
    : config;
}
