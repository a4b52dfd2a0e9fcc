import { readFileSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inRepository } from '../setup/paths.mjs';

/** Packs every package that is published, built before, just as it would be sent to a registry. */
export async function packAll(workshop) {
  const archive = join(workshop.packages, '%s.tgz');
  await workshop.run(
    `yarn workspaces foreach --all --no-private --parallel pack --out '${archive}'`,
    inRepository(),
  );
  return readdirSync(workshop.packages).map(name => {
    const file = join(workshop.packages, name);
    return { archive: file, manifest: readManifest(file) };
  });
}

function readManifest(archive) {
  const { stdout } = spawnSync('tar', [
    '-xzOf',
    archive,
    'package/package.json',
  ]);
  return JSON.parse(stdout);
}
