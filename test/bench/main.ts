import { parseArgs } from 'node:util';
import type { Engine } from '../backends/BackendDatabase';
import { keepTable } from './document';
import { machine, revision } from './machine';
import { Portals } from './Portals';
import { SHORT, WHOLE, type Bench, type Scenario } from './Scenario';
import { scenarios } from './scenarios';
import { tableOf, type MeasuredFigure } from './table';

const ENGINES: readonly Engine[] = ['SQLite', 'PostgreSQL'];

/** Measures on one engine after the other, so that one portal at a time is there. */
async function measure(
  chosen: readonly Scenario[],
  extent: Bench['extent'],
): Promise<Map<Scenario, MeasuredFigure[]>> {
  const figures = new Map<Scenario, MeasuredFigure[]>(
    chosen.map(scenario => [scenario, []]),
  );
  for (const engine of ENGINES) {
    const portals = new Portals(engine);
    try {
      for (const scenario of chosen) {
        if (scenario.engines.includes(engine)) {
          console.log(`\n${scenario.name} on ${engine}`);
          const found = await scenario.measure({ engine, extent, portals });
          console.log(tableOf(found));
          figures
            .get(scenario)!
            .push(...found.map(figure => ({ ...figure, engine })));
        }
      }
    } finally {
      await portals.remove();
    }
  }
  return figures;
}

function chosenBy(names: readonly string[]): readonly Scenario[] {
  const unknown = names.find(
    name => !scenarios.some(scenario => scenario.name === name),
  );
  if (unknown) {
    const known = scenarios.map(scenario => scenario.name).join(', ');
    throw new Error(`There is no scenario "${unknown}", but ${known}`);
  }
  return names.length > 0
    ? scenarios.filter(scenario => names.includes(scenario.name))
    : scenarios;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { short: { type: 'boolean' } },
    allowPositionals: true,
  });
  const chosen = chosenBy(positionals);
  console.log(machine());
  if (values.short) {
    await measure(chosen, SHORT);
    return;
  }
  const figures = await measure(chosen, WHOLE);
  const origin = `${machine()}; revision ${revision()}`;
  for (const [scenario, rows] of figures) {
    await keepTable(scenario.name, rows, origin);
  }
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
