import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runLogged, tail } from '../console/processes.mjs';
import { inRepository } from '../setup/paths.mjs';

const FOLDER = inRepository('.cache', 'checks');

const PROGRAMS = {
  tsc: 'node_modules/typescript/bin/tsc',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  'backstage-cli': 'node_modules/@backstage/cli/bin/backstage-cli',
  playwright: 'node_modules/@playwright/test/cli.js',
  'api-reports': 'scripts/api-reports.mjs',
};

/** One run of a tool, with a log and room for a report of its own. */
export class ToolRun {
  #tool;
  #log;

  constructor(tool, name) {
    this.#tool = inRepository(PROGRAMS[tool]);
    this.#log = join(FOLDER, `${name}.log`);
    this.report = join(FOLDER, `${name}.json`);
    rmSync(this.report, { force: true });
  }

  /** @returns the exit code */
  async run(args, { node, interruption }, env = {}) {
    return runLogged(node.program, [this.#tool, ...args], {
      cwd: inRepository(),
      env: { ...node.env, FORCE_COLOR: '0', ...env },
      log: this.#log,
      interruption,
    });
  }

  explain(lines) {
    return tail(this.#log, lines);
  }
}
