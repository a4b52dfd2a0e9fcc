import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { runLogged, tail } from '../console/processes.mjs';
import { Steps, command } from '../console/steps.mjs';
import { installDependencies } from '../setup/dependencies.mjs';
import { provideNode } from '../setup/node.mjs';
import { inRepository } from '../setup/paths.mjs';
import { PASSED, failed } from './results.mjs';

const TRANSFORM = inRepository(
  'node_modules',
  '@backstage',
  'cli-node',
  'config',
  'nodeTransform.cjs',
);

/** What Node runs a program of `test/` with that prints what it finds. */
const argumentsOf = name => [
  '--require',
  TRANSFORM,
  inRepository('test', name, 'main.ts'),
];

/** A command that installs if needed and runs a program with the arguments it was given. */
export function programCommand(name) {
  command(async interruption => {
    const steps = new Steps(2);
    const node = await steps.run('Node', ({ note }) =>
      provideNode(note, interruption),
    );
    await steps.run('Dependencies', ({ note }) =>
      installDependencies(node, note, interruption),
    );

    const program = spawn(
      node.program,
      [...argumentsOf(name), ...process.argv.slice(2)],
      { cwd: inRepository(), env: node.env, stdio: 'inherit' },
    );
    interruption.addEventListener('abort', () => program.kill());
    const [code] = await once(program, 'exit');
    interruption.throwIfAborted();
    return code ?? 1;
  });
}

/** A check that runs a program in short. */
export const inShort = (name, title) =>
  asCheck(name, title, [...argumentsOf(name), '--short']);

/** The tests of the commands themselves. */
export const ownTests = asCheck('scripts', 'Tests of the commands', [
  '--test',
  inRepository('scripts', '**', '*.test.mjs'),
]);

function asCheck(name, title, args) {
  return {
    title,
    async run({ node, interruption }) {
      const log = inRepository('.cache', 'checks', `${name}.log`);
      const code = await runLogged(node.program, args, {
        cwd: inRepository(),
        env: { ...node.env, FORCE_COLOR: '0' },
        log,
        interruption,
      });
      return code === 0 ? PASSED : failed(tail(log, 80));
    },
  };
}
