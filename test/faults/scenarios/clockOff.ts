import type { Scenario } from '../Scenario';
import { underLoad } from './load';

const AHEAD_MS = 90_000;

export const clockOff: Scenario = {
  name: 'clock-off',
  title: 'Three backends on one PostgreSQL, the clock of one 90 s off',
  engine: 'PostgreSQL',
  async run(site, { outageMs }, random) {
    const right = await site.replicas(2);
    const aheadMs = random() < 0.5 ? AHEAD_MS : -AHEAD_MS;
    const wrong = await site.addReplica(`off-by-${aheadMs}`, {
      features: [...site.features, 'clockOff'],
      config: { clockOff: { ms: aheadMs } },
    });
    try {
      const load = { alerts: outageMs / 20, services: 10, perSecond: 50 };
      const outcome = await underLoad(site, [...right, wrong], load);
      return {
        ...outcome,
        notes: [`${aheadMs} ms ahead`, ...outcome.notes],
      };
    } finally {
      await wrong.kill();
    }
  },
};
