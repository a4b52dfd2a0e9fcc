import { parseArgs } from 'node:util';
import { checkCommand } from './checks/command.mjs';
import { packageTests } from './checks/jest.mjs';
import { programCommand } from './checks/programs.mjs';

/** Tests of the packages that draw what they try: npm test a little of it, this ten thousand. */
const DRAWN = {
  bodies: 'plugins/incidents-backend/src/mutatedBodies.test.ts',
  'many-actors': 'plugins/incidents-backend/src/incidents/manyActors.test.ts',
};

// npm run faults: lets things go wrong while alerts come in, and counts what became of the alerts.
// With names, npm run faults -- replica-killed disk-full: some of it. With --short: all of it, but
// less of everything. With --seed 42: at the moments of an earlier run. With bodies or many-actors:
// odd requests, and commands of many people at once, on both databases.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean' }, seed: { type: 'string' } },
});
const drawn = positionals.filter(name => Object.hasOwn(DRAWN, name));
if (drawn.length > 0) {
  process.env.LINCHPIN_SEED = values.seed ?? String(Date.now() % 100_000);
  if (!values.short) {
    process.env.LINCHPIN_RUNS ??= '10000';
  }
  console.log(
    `seed ${process.env.LINCHPIN_SEED} (repeat with --seed ${process.env.LINCHPIN_SEED})`,
  );
  checkCommand([packageTests(drawn.map(name => DRAWN[name]))]);
} else {
  programCommand('faults');
}
