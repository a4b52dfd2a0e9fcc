import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { demandSuccess } from '../console/processes.mjs';
import { inRepository } from '../setup/paths.mjs';

/**
 * A folder to pack and to install in, with a `yarn` to do so. It lies outside of the repository,
 * where a package that is not declared is not found, and stays to be looked at until the next time.
 */
export class Workshop {
  #node;
  #interruption;
  #programs;

  constructor({ node, interruption }) {
    const checkout = createHash('sha1').update(inRepository()).digest('hex');
    this.folder = join(
      tmpdir(),
      `linchpin-installation-${checkout.slice(0, 8)}`,
    );
    this.packages = join(this.folder, 'packages');
    this.portal = join(this.folder, 'portal');
    this.#node = node;
    this.#interruption = interruption;
    this.#programs = join(this.folder, 'programs');
  }

  /** Empties it. */
  open() {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.packages, { recursive: true });
    mkdirSync(this.#programs);
    const yarn = join(this.#programs, 'yarn');
    const release = inRepository('.yarn', 'releases', 'yarn-4.13.0.cjs');
    writeFileSync(
      yarn,
      `#!/bin/sh\nexec '${this.#node.program}' '${release}' "$@"\n`,
    );
    chmodSync(yarn, 0o755);
  }

  /** Runs a line of the shell to its end, and fails unless that is a good one. */
  async run(line, cwd, env = {}) {
    const { PATH } = this.#node.env;
    await demandSuccess(line, '/bin/sh', ['-c', line], {
      cwd,
      env: {
        ...this.#node.env,
        PATH: `${this.#programs}${delimiter}${PATH}`,
        // Yarn asks nobody but the package registry.
        YARN_ENABLE_TELEMETRY: 'false',
        YARN_TS_ENABLE_AUTO_TYPES: 'false',
        ...env,
      },
      log: inRepository('.cache', 'checks', 'installation-setup.log'),
      interruption: this.#interruption,
    });
  }
}
