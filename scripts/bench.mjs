import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { BENCH } from './checks/bench.mjs';
import { Steps, command } from './console/steps.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { provideNode } from './setup/node.mjs';
import { inRepository } from './setup/paths.mjs';

// npm run bench: measures, and keeps the tables in docs/performance.md. With names, npm run bench --
// card inbox: some of it. With --short: shows that everything runs, and keeps nothing.
command(async interruption => {
  const steps = new Steps(2);
  const node = await steps.run('Node', ({ note }) =>
    provideNode(note, interruption),
  );
  await steps.run('Dependencies', ({ note }) =>
    installDependencies(node, note, interruption),
  );

  const bench = spawn(node.program, [...BENCH, ...process.argv.slice(2)], {
    cwd: inRepository(),
    env: node.env,
    stdio: 'inherit',
  });
  interruption.addEventListener('abort', () => bench.kill());
  const [code] = await once(bench, 'exit');
  interruption.throwIfAborted();
  return code ?? 1;
});
