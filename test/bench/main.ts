import { parseArgs } from 'node:util';
import type { Engine } from '../backends/BackendDatabase';
import { keepTable } from './document';
import { machine, revision } from './machine';
import { Portals } from './Portals';
import {
  SHORT,
  WHOLE,
  type Extent,
  type Scenario,
  type ScenarioGroup,
} from './Scenario';
import { groups } from './scenarios';
import { tableOf, type MeasuredFigure } from './table';

const ENGINES: readonly Engine[] = ['SQLite', 'PostgreSQL'];

/** What is done with all figures of a scenario so far, whenever there are more of them. */
type Keep = (
  scenario: Scenario,
  figures: readonly MeasuredFigure[],
) => Promise<void>;

/** Measures scenarios on one engine, one group after the other, and goes on where one fails. */
class Measuring {
  readonly #extent: Extent;
  readonly #keep: Keep;
  readonly #figures = new Map<Scenario, MeasuredFigure[]>();
  readonly failures: string[] = [];

  constructor(extent: Extent, keep: Keep) {
    this.#extent = extent;
    this.#keep = keep;
  }

  async on(engine: Engine, chosen: readonly ScenarioGroup[]): Promise<void> {
    for (const group of chosen) {
      const portals = new Portals(engine);
      try {
        for (const scenario of group) {
          if (scenario.engines.includes(engine)) {
            await this.#measure(scenario, engine, portals);
          }
        }
      } finally {
        await portals.remove();
      }
    }
  }

  async #measure(
    scenario: Scenario,
    engine: Engine,
    portals: Portals,
  ): Promise<void> {
    const title = `${scenario.name} on ${engine}`;
    console.log(`… ${title}`);
    const began = performance.now();
    try {
      const extent = this.#extent;
      const found = await scenario.measure({ engine, extent, portals });
      const seconds = (performance.now() - began) / 1_000;
      console.log(`\n${title}, ${seconds.toFixed(1)} s\n${tableOf(found)}\n`);
      const figures = this.#figures.get(scenario) ?? [];
      figures.push(...found.map(figure => ({ ...figure, engine })));
      this.#figures.set(scenario, figures);
      await this.#keep(scenario, figures);
    } catch (error) {
      console.error(title, error);
      this.failures.push(title);
    }
  }
}

function chosenBy(names: readonly string[]): readonly ScenarioGroup[] {
  const known = groups.flat().map(({ name }) => name);
  const unknown = names.find(name => !known.includes(name));
  if (unknown) {
    throw new Error(
      `There is no scenario "${unknown}", but ${known.join(', ')}`,
    );
  }
  return names.length > 0
    ? groups.map(group => group.filter(({ name }) => names.includes(name)))
    : groups;
}

/** Both engines and all scenarios on the same portals: it does not matter what is measured, but whether it can be. */
async function inShort(chosen: readonly ScenarioGroup[]): Promise<Measuring> {
  const measuring = new Measuring(SHORT, async () => {});
  const short = chosen.flat().filter(({ onlyWhole }) => !onlyWhole);
  await Promise.all(ENGINES.map(engine => measuring.on(engine, [short])));
  return measuring;
}

/** One engine after the other. Each table is kept as soon as there is something for it. */
async function asAWhole(chosen: readonly ScenarioGroup[]): Promise<Measuring> {
  const origin = `${machine()}; revision ${revision()}`;
  const measuring = new Measuring(WHOLE, (scenario, figures) =>
    keepTable(scenario.name, figures, origin),
  );
  for (const engine of ENGINES) {
    await measuring.on(engine, chosen);
  }
  return measuring;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { short: { type: 'boolean' } },
    allowPositionals: true,
  });
  const chosen = chosenBy(positionals);
  console.log(machine());
  const { failures } = await (values.short
    ? inShort(chosen)
    : asAWhole(chosen));
  if (failures.length > 0) {
    console.error(`Not measured: ${failures.join(', ')}`);
  }
  return failures.length > 0 ? 1 : 0;
}

// Whoever is asked to end takes along the backends that it started.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(1));
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error);
    process.exit(1);
  },
);
