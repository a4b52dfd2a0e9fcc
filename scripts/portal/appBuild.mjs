import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../setup/paths.mjs';

const BUILT = inRepository('packages', 'app', 'dist', 'index.html');

/** All that goes into the app, besides what Node and the package manager bring. */
const SOURCES = [
  'yarn.lock',
  'app-config.yaml',
  'packages/app/package.json',
  'packages/app/public',
  'packages/app/src',
  'plugins/incidents/package.json',
  'plugins/incidents/src',
  'plugins/incidents-common/package.json',
  'plugins/incidents-common/src',
].map(path => inRepository(path));

/** Whether the app was built after the last change of what it is made of. */
export function isAppUpToDate() {
  return (
    existsSync(BUILT) &&
    Math.max(...SOURCES.map(changedAt)) < statSync(BUILT).mtimeMs
  );
}

/** A folder changes when something in it comes or goes. */
function changedAt(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  const inside = readdirSync(path).map(name => changedAt(join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}
