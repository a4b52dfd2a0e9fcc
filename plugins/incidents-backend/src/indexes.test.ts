import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  firing,
  message,
  resolved,
} from './alerts/alertmanager/__fixtures__/messages';
import { as, openPortal } from './__testUtils__/portal';
import { PluginDatabases } from './database/__testUtils__/PluginDatabases';

const databases = PluginDatabases.create({ ids: ['SQLITE_3'] });
const service = mockCredentials.service.header();

/** Tables that hold a few rows, however long a portal has been run. */
const SMALL =
  /^(imports|integration_keys|watchdog_\w+|incident_numbers|knex_\w+)$/;

/** What knex makes of an empty list that all else depends on: nothing is read then. */
const NOTHING_ASKED = /\b(where|and) 1 = \?/;

const COMMANDS = [
  { type: 'acknowledge' },
  { type: 'post-update', impact: 'Payments are slow', action: 'Rolling back' },
  { type: 'resolve', note: 'Rolled back' },
];

/** What people have open while they work. */
const READ = [
  '/incidents',
  '/incidents/INC-1',
  '/incidents/INC-1/timeline',
  '/inbox?view=mine',
  '/entities/component/default/payments-api',
  '/entities/component/default/payments-api/history',
];

/** Statements as they are prepared, each once. */
function listening(knex: Knex): ReadonlySet<string> {
  const statements = new Set<string>();
  knex.on('query', ({ sql }: { sql: string }) => statements.add(sql));
  return statements;
}

/** The tables that a statement reads from end to end, by no index at all. */
async function readWhole(knex: Knex, sql: string): Promise<string[]> {
  if (!/^(select|update|delete|with)\b/i.test(sql) || NOTHING_ASKED.test(sql)) {
    return [];
  }
  const steps: { detail: string }[] = await knex.raw(
    `explain query plan ${sql.replace(/\?/g, 'null')}`,
  );
  const tables: string[] = await knex('sqlite_master')
    .where({ type: 'table' })
    .pluck('name');
  const named = new Map([
    ...tables.map(table => [table, table] as const),
    ...[...sql.matchAll(/`(\w+)` as `(\w+)`/g)].map(
      ([, table, alias]) => [alias, table] as const,
    ),
    ...[...sql.matchAll(/`(\w+)` as (?:materialized )?\(/g)].map(
      ([, part]) => [part, undefined] as const,
    ),
  ]);
  return steps
    .flatMap(({ detail }) => /^SCAN (\w+)$/.exec(detail)?.[1] ?? [])
    .flatMap(name => named.get(name) ?? [])
    .filter(table => tables.includes(table) && !SMALL.test(table));
}

it('reads no table from end to end while alerts come in, are worked on and end', async () => {
  const knex = await databases.init('SQLITE_3');
  const portal = await openPortal(knex);
  const statements = listening(knex);
  const labels = { alertname: 'Slow', service: 'payments-api' };
  const send = async (...alerts: object[]) => {
    const { body } = await portal.post(
      '/intake/alertmanager',
      message(...alerts),
      service,
    );
    const path = `/intake/deliveries/${body.deliveryId}`;
    while ((await portal.get(path, service)).body.status !== 'processed') {
      // It is being processed.
    }
  };
  await send(firing(labels, {}), firing({ ...labels, instance: 'b' }, {}));
  for (const command of COMMANDS) {
    const { type: clientId } = command;
    const { status } = await portal.post(
      '/incidents/INC-1/commands',
      { command, clientId },
      as('nadia'),
    );
    expect([clientId, status]).toEqual([clientId, 200]);
  }
  await send(resolved(labels));
  for (const path of READ) {
    const { status } = await portal.get(path, as('nadia'));
    expect([path, status]).toEqual([path, 200]);
  }
  await portal.stop();

  const whole = new Map<string, string[]>();
  for (const sql of [...statements]) {
    const tables = await readWhole(knex, sql);
    if (tables.length > 0) {
      whole.set(sql, tables);
    }
  }
  expect(Object.fromEntries(whole)).toEqual({});
  expect(statements.size).toBeGreaterThan(60);
});
