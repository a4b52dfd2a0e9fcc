import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SamplePortal } from '../SamplePortal';
import type { Scenario } from '../Scenario';

const REPOSITORY = resolve(__dirname, '../../..');

/** How long somebody waits who has just cloned the repository, and the next morning. */
export const start: Scenario = {
  name: 'start',
  engines: ['SQLite'],
  onlyWhole: true,
  async measure() {
    const folder = await mkdtemp(join(tmpdir(), 'linchpin-clone-'));
    try {
      const clone = join(folder, 'linchpin');
      execFileSync('git', ['clone', '--quiet', REPOSITORY, clone]);
      return [
        {
          what: 'npm start, fresh clone',
          value: await secondsToStart(clone),
          unit: 's',
          demand: { atMost: 120 },
        },
        {
          what: 'npm start, second time',
          value: await secondsToStart(clone),
          unit: 's',
          demand: { atMost: 20 },
        },
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function secondsToStart(repository: string): Promise<number> {
  const portal = await SamplePortal.start({
    repository,
    script: 'start',
    data: '.data',
  });
  await portal.stop();
  return portal.seconds;
}
