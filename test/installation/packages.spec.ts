import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { PACKAGES, PORTAL } from './workshop';

const REPOSITORY = resolve(__dirname, '../..');

/** What each package must hold for its readers and for the portal that loads it. */
const CONTENTS: Record<string, string[]> = {
  incidents: ['dist/index.esm.js', 'dist/legacy.esm.js', 'dist/legacy.d.ts'],
  'incidents-backend': [
    'dist/index.cjs.js',
    'dist/index.d.ts',
    'config.schema.json',
    ...migrations(),
  ],
  'incidents-common': [
    'dist/index.cjs.js',
    'dist/index.esm.js',
    'dist/index.d.ts',
    'dist/schemas.cjs.js',
    'dist/schemas.d.ts',
  ],
  'incidents-node': ['dist/index.cjs.js', 'dist/index.d.ts'],
  'search-backend-module-incidents': [
    'dist/index.cjs.js',
    'dist/index.d.ts',
    'config.schema.json',
  ],
};

/** How the platform finds the plugin in a package without being told. */
const FEATURES: Record<string, object | undefined> = {
  incidents: { '.': '@backstage/FrontendPlugin' },
  'incidents-backend': { '.': '@backstage/BackendFeature' },
  'search-backend-module-incidents': { '.': '@backstage/BackendFeature' },
};

/** What a package is part of, where that is not our own plugin. */
const PLUGINS: Record<string, string> = {
  'search-backend-module-incidents': 'search',
};

test('every package of the plugin is packed, and no other', () => {
  expect(readdirSync(PACKAGES).sort()).toEqual(
    Object.keys(CONTENTS)
      .map(name => `@linchpin-backstage-plugin-${name}.tgz`)
      .sort(),
  );
});

for (const [name, contents] of Object.entries(CONTENTS)) {
  test.describe(name, () => {
    const files = () => tar('-tzf', name).trim().split('\n').map(unpacked);
    const manifest = () => JSON.parse(tar('-xzOf', name, 'package.json'));

    test('holds what is run, its types and what is read about it', () => {
      expect(files()).toEqual(
        expect.arrayContaining([
          ...contents,
          'CHANGELOG.md',
          'LICENSE',
          'README.md',
          'package.json',
        ]),
      );
      expect(tar('-xzOf', name, 'LICENSE')).toBe(
        readFileSync(join(REPOSITORY, 'LICENSE'), 'utf8'),
      );
    });

    test('holds nothing that only its makers need', () => {
      expect(
        files().filter(file =>
          /^(src|dev)\/|\.test\.|__testUtils__|\.tsx?$/.test(
            file.replace(/\.d\.ts$/, ''),
          ),
        ),
      ).toEqual([]);
    });

    test('points to files that it holds', () => {
      const { main, types, module, exports, configSchema } = manifest();
      const named = [main, types, module, configSchema, ...leavesOf(exports)]
        .filter(path => path !== undefined && !path.startsWith('@'))
        .map(path => path.replace(/^\.\//, ''));
      expect(files()).toEqual(expect.arrayContaining(named));
    });

    test('asks for packages of ours by their version, as a registry knows them', () => {
      const { dependencies, version } = manifest();
      const ours = Object.entries(dependencies).filter(([dependency]) =>
        dependency.startsWith('@linchpin/'),
      );
      for (const [, range] of ours) {
        expect(range).toBe(`^${version}`);
      }
    });

    test('tells the platform what it is', () => {
      const { backstage, license, keywords } = manifest();
      expect(backstage.pluginId).toBe(PLUGINS[name] ?? 'incidents');
      expect(backstage.features).toEqual(FEATURES[name]);
      expect(license).toBe('Apache-2.0');
      expect(keywords).toContain('backstage');
    });

    test('brings the portal no second copy of a package of the platform', () => {
      const home = `node_modules/@linchpin/backstage-plugin-${name}`;
      expect(existsSync(join(PORTAL, home))).toBe(true);
      expect(existsSync(join(PORTAL, home, 'node_modules', '@backstage'))).toBe(
        false,
      );
    });
  });
}

function tar(options: string, name: string, ...members: string[]): string {
  const archive = join(PACKAGES, `@linchpin-backstage-plugin-${name}.tgz`);
  return execFileSync(
    'tar',
    [options, archive, ...members.map(member => `package/${member}`)],
    { encoding: 'utf8' },
  );
}

const unpacked = (path: string) => path.replace(/^package\//, '');

function migrations(): string[] {
  return readdirSync(join(REPOSITORY, 'plugins/incidents-backend/migrations'))
    .filter(file => file.endsWith('.js'))
    .map(file => `migrations/${file}`);
}

function leavesOf(exports: unknown): string[] {
  return typeof exports === 'object' && exports !== null
    ? Object.values(exports).flatMap(leavesOf)
    : [exports].filter(value => typeof value === 'string');
}
