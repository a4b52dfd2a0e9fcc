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

/** The app of each frontend system; those of one portal stand before the same backend. */
export const NEW_APP = { name: 'app', config: 'app-config.yaml' };
export const OLD_APP = {
  name: 'app-legacy',
  config: 'app-config.legacy.yaml',
};

/**
 * Makes a portal as `create-app` does, with the new app and any other of its apps, and adds the
 * packages to it by what the README says and nothing else.
 */
export async function installPortal(workshop, packages, apps) {
  await create(workshop, workshop.portal);
  if (apps.includes(OLD_APP)) {
    await addOldApp(workshop);
  }
  const registry = await openRegistry(packages);
  try {
    pinVersions(workshop.portal, apps, registry.url);
    await followReadme(workshop, apps);
  } finally {
    registry.close();
  }
  addRestrictedBackend(workshop.portal);
  for (const { name, config } of apps) {
    await workshop.run(
      `yarn workspace ${name} backstage-cli package build --config ../../${config}`,
      workshop.portal,
    );
  }
}

/** @param option what `create-app` is told besides */
async function create(workshop, folder, option = '') {
  const program = inRepository(
    'node_modules/@backstage/create-app/bin/backstage-create-app',
  );
  await workshop.run(
    `node '${program}' ${option} --path '${folder}' --skip-install`,
    workshop.folder,
    { BACKSTAGE_APP_NAME: 'portal' },
  );
}

async function addOldApp(workshop) {
  const old = `${workshop.portal}-legacy`;
  await create(workshop, old, '--legacy');
  const { name, config } = OLD_APP;
  const app = join(workshop.portal, 'packages', name);
  renameSync(join(old, 'packages', 'app'), app);
  cpSync(join(old, 'app-config.yaml'), join(workshop.portal, config));
  rmSync(old, { recursive: true });
  changeManifest(app, manifest => ({ ...manifest, name }));
  changeManifest(join(workshop.portal, 'packages', 'backend'), manifest => ({
    ...manifest,
    dependencies: { ...manifest.dependencies, [name]: `link:../${name}` },
  }));
}

/**
 * What stands for publishing, and for a registry that holds its release whole: a registry of our own,
 * and the versions that are tried here.
 */
function pinVersions(portal, apps, registryUrl) {
  const { resolutions, dependenciesMeta } = readJson(
    inRepository('package.json'),
  );
  const lock = readFileSync(inRepository('yarn.lock'), 'utf8');
  changeManifest(portal, manifest => ({
    ...manifest,
    resolutions: {
      ...platformVersions(portal, apps, lock),
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
function platformVersions(portal, apps, lock) {
  const tried = [
    ...lock.matchAll(/^  resolution: "(@backstage\/[^@]+)@npm:([^"]+)"$/gm),
  ].map(([, name, version]) => [name, version]);
  const created = [
    '.',
    'packages/backend',
    ...apps.map(({ name }) => `packages/${name}`),
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
async function followReadme(workshop, apps) {
  const { commands, changes, changesOfOldApp } = readInstructions();
  const toRun = apps.flatMap(({ name }) =>
    commands.map(command => inApp(name, command)),
  );
  for (const command of new Set(toRun)) {
    await workshop.run(`${command} --mode=update-lockfile`, workshop.portal);
  }
  await workshop.run('yarn install', workshop.portal);
  follow(changes, NEW_APP, workshop.portal);
  if (apps.includes(OLD_APP)) {
    follow(changesOfOldApp, OLD_APP, workshop.portal);
  }
}

function follow(changes, { name }, portal) {
  for (const { file, ...instruction } of changes) {
    change(join(portal, inApp(name, file)), text => applied(instruction, text));
  }
}

/** The README knows one app. */
const inApp = (name, text) =>
  text.replaceAll('packages/app', `packages/${name}`);

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
