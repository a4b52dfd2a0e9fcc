import {
  appendFileSync,
  cpSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../setup/paths.mjs';
import { applied, readInstructions } from './readme.mjs';
import { openRegistry } from './registry.mjs';

/** The app of the old frontend system, beside the new one and before the same backend. */
const OLD_APP = 'app-legacy';

/**
 * Makes a portal as `create-app` does, with both of its apps, and adds the packages to it by what
 * the README says and nothing else.
 */
export async function installPortal(workshop, packages) {
  await createPortal(workshop);
  const registry = await openRegistry(packages);
  try {
    pinVersions(workshop.portal, registry.url);
    await followReadme(workshop);
  } finally {
    registry.close();
  }
  addRestrictedBackend(workshop.portal);
  const build = 'backstage-cli package build';
  await workshop.run(`yarn workspace app ${build}`, workshop.portal);
  await workshop.run(
    `yarn workspace ${OLD_APP} ${build} --config ../../app-config.legacy.yaml`,
    workshop.portal,
  );
}

async function createPortal(workshop) {
  const create = inRepository(
    'node_modules/@backstage/create-app/bin/backstage-create-app',
  );
  const old = `${workshop.portal}-legacy`;
  for (const [folder, option] of [
    [workshop.portal, ''],
    [old, '--legacy'],
  ]) {
    await workshop.run(
      `node '${create}' ${option} --path '${folder}' --skip-install`,
      workshop.folder,
      { BACKSTAGE_APP_NAME: 'portal' },
    );
  }

  const oldApp = join(workshop.portal, 'packages', OLD_APP);
  renameSync(join(old, 'packages', 'app'), oldApp);
  cpSync(
    join(old, 'app-config.yaml'),
    join(workshop.portal, 'app-config.legacy.yaml'),
  );
  rmSync(old, { recursive: true });
  changeManifest(oldApp, manifest => ({ ...manifest, name: OLD_APP }));
  changeManifest(join(workshop.portal, 'packages', 'backend'), manifest => ({
    ...manifest,
    dependencies: {
      ...manifest.dependencies,
      [OLD_APP]: `link:../${OLD_APP}`,
    },
  }));
}

/**
 * What stands for publishing, and for a registry that holds its release whole: a registry of our own,
 * and the versions that are tried here.
 */
function pinVersions(portal, registryUrl) {
  const { resolutions, dependenciesMeta } = readJson(
    inRepository('package.json'),
  );
  const lock = readFileSync(inRepository('yarn.lock'), 'utf8');
  changeManifest(portal, manifest => ({
    ...manifest,
    resolutions: {
      ...platformVersions(portal, lock),
      ...manifest.resolutions,
      ...resolutions,
    },
    dependenciesMeta,
  }));
  writeFileSync(join(portal, 'yarn.lock'), lock);
  appendFileSync(
    join(portal, '.yarnrc.yml'),
    [
      'enableScripts: false',
      'unsafeHttpWhitelist: [localhost]',
      'npmScopes:',
      `  linchpin: { npmRegistryServer: '${registryUrl}' }`,
      '',
    ].join('\n'),
  );
}

/** One copy of each package of the platform, of the release that the portal was created for. */
function platformVersions(portal, lock) {
  const tried = [
    ...lock.matchAll(/^  resolution: "(@backstage\/[^@]+)@npm:([^"]+)"$/gm),
  ].map(([, name, version]) => [name, version]);
  const created = [
    '.',
    'packages/app',
    `packages/${OLD_APP}`,
    'packages/backend',
  ]
    .map(folder => readJson(join(portal, folder, 'package.json')))
    .flatMap(({ dependencies, devDependencies }) =>
      Object.entries({ ...dependencies, ...devDependencies }),
    )
    .filter(([name]) => name.startsWith('@backstage/'))
    .map(([name, range]) => [name, range.replace('^', '')]);
  return Object.fromEntries([...tried, ...created]);
}

/** The commands run first: what they add has to be linked but once. */
async function followReadme(workshop) {
  const { commands, changes } = readInstructions();
  const ofOldApp = text =>
    text.replaceAll('packages/app', `packages/${OLD_APP}`);
  for (const command of new Set([...commands, ...commands.map(ofOldApp)])) {
    await workshop.run(`${command} --mode=update-lockfile`, workshop.portal);
  }
  await workshop.run('yarn install', workshop.portal);
  for (const { file, ...instruction } of changes) {
    change(join(workshop.portal, ofOldApp(file)), text =>
      applied(instruction, text),
    );
  }
}

/** A second start of the same backend, under a policy that leaves almost nothing. */
function addRestrictedBackend(portal) {
  const source = join(portal, 'packages', 'backend', 'src');
  cpSync(
    inRepository('test/installation/restrictedPolicy.ts'),
    join(source, 'restrictedPolicy.ts'),
  );
  writeFileSync(
    join(source, 'restricted.ts'),
    readFileSync(join(source, 'index.ts'), 'utf8').replace(
      '@backstage/plugin-permission-backend-module-allow-all-policy',
      './restrictedPolicy',
    ),
  );
}

function change(file, how) {
  writeFileSync(file, how(readFileSync(file, 'utf8')));
}

function changeManifest(folder, how) {
  change(
    join(folder, 'package.json'),
    text => `${JSON.stringify(how(JSON.parse(text)), null, 2)}\n`,
  );
}

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));
