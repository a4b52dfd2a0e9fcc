import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demandSuccess } from '../console/processes.mjs';
import { inRepository } from './paths.mjs';

const STAMP = inRepository('node_modules', '.installed');

/** Installs with the checked-in Yarn, unless what is installed is what the lock file says. */
export async function installDependencies(node, note, interruption) {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    note('as the lock file says');
    return;
  }
  await demandSuccess(
    'yarn install',
    node.program,
    [inRepository('.yarn', 'releases', 'yarn-4.13.0.cjs'), 'install'],
    {
      cwd: inRepository(),
      env: node.env,
      log: inRepository('.cache', 'install.log'),
      interruption,
    },
  );
  writeFileSync(STAMP, fingerprint());
  note('installed');
}

function fingerprint() {
  const workspaces = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(inRepository(folder)).map(name => join(folder, name)),
  );
  const hash = createHash('sha256').update(
    `${process.platform} ${process.arch}`,
  );
  ['', ...workspaces, 'test']
    .map(folder => inRepository(folder, 'package.json'))
    .concat(inRepository('yarn.lock'), inRepository('.yarnrc.yml'))
    .filter(existsSync)
    .forEach(file => hash.update(readFileSync(file)));
  return hash.digest('hex');
}
