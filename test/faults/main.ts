import { parseArgs } from 'node:util';
import type { Engine } from '../backends/BackendDatabase';
import {
  FULL,
  SHORT,
  type Length,
  type Outcome,
  type Scenario,
} from './Scenario';
import { randomFrom } from './random';
import { SCENARIOS } from './scenarios';
import { Site } from './Site';
import { tableOf } from './table';

// npm run faults [-- name …] [-- --short] [-- --seed 42]: things go wrong while alerts come in, and
// what became of the alerts is counted. Ends with 1 where something was lost or doubled.

const ENGINES: readonly Engine[] = ['PostgreSQL', 'SQLite'];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { short: { type: 'boolean' }, seed: { type: 'string' } },
  });
  const chosen = chosenBy(positionals);
  const seed = Number(values.seed ?? Date.now() % 100_000);
  console.log(`seed ${seed} (repeat with --seed ${seed})`);

  const length = values.short ? SHORT : FULL;
  const failed: string[] = [];
  for (const engine of ENGINES) {
    const scenarios = chosen.filter(scenario => scenario.engine === engine);
    if (scenarios.length > 0) {
      failed.push(...(await runOn(engine, scenarios, length, seed)));
    }
  }
  if (failed.length > 0) {
    throw new Error(`Does not hold: ${failed.join(', ')}`);
  }
}

/** @throws where a name is none of a scenario; without names all are chosen */
function chosenBy(names: readonly string[]): readonly Scenario[] {
  const unknown = names.find(
    name => !SCENARIOS.some(scenario => scenario.name === name),
  );
  if (unknown) {
    const known = SCENARIOS.map(({ name }) => name).join(', ');
    throw new Error(`There is no scenario "${unknown}", but ${known}`);
  }
  return names.length > 0
    ? SCENARIOS.filter(({ name }) => names.includes(name))
    : SCENARIOS;
}

/** @returns the names of those in which something was lost or doubled */
async function runOn(
  engine: Engine,
  scenarios: readonly Scenario[],
  length: Length,
  seed: number,
): Promise<string[]> {
  const failed: string[] = [];
  const site = await Site.open(engine, endOf(length));
  try {
    for (const { name, title, run } of scenarios) {
      console.log(`\n${title} · ${name}`);
      const began = Date.now();
      const outcome = await run(site, length, randomFrom(seed));
      console.log(tableOf(outcome));
      console.log(`  in ${((Date.now() - began) / 1_000).toFixed(1)} s`);
      if (!holds(outcome)) {
        failed.push(name);
      }
    }
  } finally {
    await site.close();
  }
  return failed;
}

/** When the user wants it to end, or it has taken too long. */
function endOf({ limitMs }: Length): AbortSignal {
  const interruption = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => interruption.abort());
  }
  return AbortSignal.any([interruption.signal, AbortSignal.timeout(limitMs)]);
}

function holds({ counts }: Outcome): boolean {
  return counts.every(({ lost, doubled }) => lost === 0 && doubled === 0);
}

main().then(
  () => process.exit(),
  error => {
    console.error(error);
    process.exit(1);
  },
);
