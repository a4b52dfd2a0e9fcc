import { Postgres } from '../../backends/Postgres';
import type { Scenario } from '../Scenario';
import type { Site } from '../Site';
import { underLoad } from './load';

const loadFor = (outageMs: number) => ({
  // Before, during and after.
  alerts: Math.round(outageMs / 10),
  services: 10,
  perSecond: 50,
});

export const postgresRestarted: Scenario = {
  name: 'postgres-restarted',
  title: 'PostgreSQL restarted under load',
  engine: 'PostgreSQL',
  async run(site, { outageMs }) {
    const replicas = await site.replicas(3);
    return underLoad(site, replicas, loadFor(outageMs), async () => {
      await site.wait(outageMs / 4);
      await postgresOf(site).stop();
      await site.wait(outageMs / 4);
      await postgresOf(site).start();
    });
  },
};

export const poolExhausted: Scenario = {
  name: 'pool-exhausted',
  title: 'No connection of the pools is free: all wait for a locked table',
  engine: 'PostgreSQL',
  async run(site, { outageMs }) {
    const replicas = await site.replicas(3);
    return underLoad(site, replicas, loadFor(outageMs), async () => {
      await site.wait(outageMs / 4);
      const knex = site.backends.database.open('incidents');
      try {
        await knex.transaction(async tx => {
          await tx.raw('lock table alert_deliveries in access exclusive mode');
          await site.wait(outageMs);
        });
      } finally {
        await knex.destroy();
      }
    });
  },
};

/** A plugin whose database lets nobody in answers nothing but errors. */
const pluginFailing = (
  pluginId: 'catalog' | 'notifications',
  title: string,
): Scenario => ({
  name: `${pluginId}-failing`,
  title,
  engine: 'PostgreSQL',
  async run(site, { outageMs }) {
    const replicas = await site.replicas(3);
    return underLoad(site, replicas, loadFor(outageMs), async () => {
      const knex = site.backends.database.open('incidents');
      const letIn = (allowed: boolean) =>
        knex.raw(
          `alter database backstage_plugin_${pluginId} with allow_connections ${allowed}`,
        );
      try {
        await letIn(false);
        await knex.raw(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = ?',
          [`backstage_plugin_${pluginId}`],
        );
        await site.wait(outageMs);
      } finally {
        await letIn(true);
        await knex.destroy();
      }
    });
  },
});

export const catalogFailing = pluginFailing('catalog', 'The catalog fails');

export const notificationsFailing = pluginFailing(
  'notifications',
  'The notifications backend fails',
);

function postgresOf(site: Site): Postgres {
  const { database } = site.backends;
  if (!(database instanceof Postgres)) {
    throw new Error('This is no PostgreSQL');
  }
  return database;
}
