import type { Scenario } from '../Scenario';
import { underLoad } from './load';

export const diskFull: Scenario = {
  name: 'disk-full',
  title: 'SQLite finds no room on its disk',
  engine: 'SQLite',
  async run(site, { outageMs }) {
    const replicas = await site.replicas(1);
    const load = {
      alerts: Math.round(outageMs / 10),
      services: 10,
      perSecond: 50,
    };
    return underLoad(site, replicas, load, async () => {
      await site.wait(outageMs / 4);
      replicas[0].signal('SIGUSR2');
      await site.wait(outageMs);
      replicas[0].signal('SIGUSR2');
    });
  },
};
