import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '../../..');

const read = (...path: string[]) =>
  readFileSync(join(REPOSITORY, ...path), 'utf8');
const readManifest = (...path: string[]) =>
  JSON.parse(read(...path, 'package.json'));

/** What the README tells whoever asks whether it fits his portal. */
const README = read('README.md');

/** Packages of the platform that each package of ours asks for once it is published. */
const ASKED_FOR = readdirSync(join(REPOSITORY, 'plugins')).flatMap(name =>
  Object.entries<string>(readManifest('plugins', name).dependencies)
    .filter(([dependency]) => dependency.startsWith('@backstage/'))
    .map(([dependency, range]) => ({ name, dependency, range })),
);

describe('The range of releases that the README states', () => {
  it('is that of the platform which everything is tried with', () => {
    const { version } = JSON.parse(read('backstage.json'));
    const [, stated] = README.match(/^Backstage (\d+\.\d+),/m) ?? [];
    expect(version).toMatch(new RegExp(`^${stated}\\.`));
  });

  it('is that of Node.js which the platform runs on', () => {
    const [, stated] = README.match(/, Node\.js (\d+ or \d+)\./) ?? [];
    expect(readManifest('.').engines.node).toBe(stated?.replace('or', '||'));
  });

  it.each(ASKED_FOR)(
    'is where $name begins to accept $dependency',
    ({ dependency, range }) => {
      const { version } = readManifest('node_modules', dependency);
      expect(range).toBe(`^${version}`);
    },
  );

  it('ends where the platform breaks with what it had', () => {
    const ends = [
      ...README.matchAll(/`(@backstage\/[\w-]+)` other than (\d+\.\d+)/g),
    ];
    expect(ends).toHaveLength(2);
    for (const [, dependency, stated] of ends) {
      const ranges = ASKED_FOR.filter(asked => asked.dependency === dependency);
      expect(ranges).not.toEqual([]);
      // A caret before 0.x leaves x as it is.
      expect(stated).toMatch(/^0\./);
      for (const { range } of ranges) {
        expect(range).toMatch(new RegExp(`^\\^${stated}\\.\\d+$`));
      }
    }
  });
});
