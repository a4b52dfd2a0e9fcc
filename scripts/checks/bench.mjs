import { join } from 'node:path';
import { runLogged, tail } from '../console/processes.mjs';
import { inRepository } from '../setup/paths.mjs';
import { PASSED, failed } from './results.mjs';

/** What Node runs the bench with. */
export const BENCH = [
  '--require',
  inRepository(
    'node_modules',
    '@backstage',
    'cli-node',
    'config',
    'nodeTransform.cjs',
  ),
  inRepository('test', 'bench', 'main.ts'),
];

/** Shows that everything that is measured can be; how fast it is depends on the machine. */
export const shortBench = {
  title: 'Bench, in short',
  async run({ node, interruption }) {
    const log = join(inRepository('.cache', 'checks'), 'bench.log');
    const code = await runLogged(node.program, [...BENCH, '--short'], {
      cwd: inRepository(),
      env: { ...node.env, FORCE_COLOR: '0' },
      log,
      interruption,
    });
    return code === 0 ? PASSED : failed(tail(log, 40));
  },
};
