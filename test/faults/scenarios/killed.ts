import type { BackendProcess } from '../../backends/BackendProcess';
import type { Ledger } from '../Ledger';
import type { Length, Scenario } from '../Scenario';
import type { Site } from '../Site';
import { underLoad } from './load';

const PER_SECOND = 200;

/** After that a killed process is started again: its work is to be taken over, not to be waited for. */
const RESTART_AFTER_MS = 2_500;

export const replicaKilled: Scenario = {
  name: 'replica-killed',
  title: 'Three backends on one PostgreSQL, one killed at random moments',
  engine: 'PostgreSQL',
  async run(site, length, random) {
    const replicas = await site.replicas(3);
    const outcome = await underLoad(site, replicas, loadOf(length), ledger =>
      killAtRandom({ site, replicas, length, random, ledger }),
    );
    return { ...outcome, takeOverWithin: 2_000 };
  },
};

export const processKilled: Scenario = {
  name: 'process-killed',
  title: 'One backend on SQLite, killed at random moments and started again',
  engine: 'SQLite',
  async run(site, length, random) {
    const replicas = await site.replicas(1);
    return underLoad(site, replicas, loadOf(length), ledger =>
      killAtRandom({ site, replicas, length, random, ledger }),
    );
  },
};

const loadOf = ({ alerts }: Length) => ({
  alerts,
  services: 30,
  perSecond: PER_SECOND,
});

async function killAtRandom({
  site,
  replicas,
  length: { alerts, kills },
  random,
  ledger,
}: {
  site: Site;
  replicas: readonly BackendProcess[];
  length: Length;
  random: () => number;
  ledger: Ledger;
}) {
  const spanMs = ((alerts / PER_SECOND) * 1_000) / kills;
  const takeOvers: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const began = Date.now();
    await site.wait(random() * spanMs * 0.8);
    const victim = replicas[Math.floor(random() * replicas.length)];
    const at = Date.now();
    await victim.kill();
    const startAgain = async () => {
      await site.wait(replicas.length > 1 ? RESTART_AFTER_MS : 0);
      await victim.start();
    };
    const [takeOver] = await Promise.all([
      ledger.takeOver(at, site.signal),
      startAgain(),
    ]);
    takeOvers.push(takeOver);
    await site.wait(Math.max(0, began + spanMs - Date.now()));
  }
  await site.settled(ledger);
  return { takeOvers };
}
