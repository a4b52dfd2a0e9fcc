/** @jest-environment node */
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile, type Plugin } from 'esbuild';

/** The card stands on every entity's page, so each of them pays for what it loads. */
const MAX_BYTES = 12_000;

const OURS = '@linchpin/backstage-plugin-incidents-common';

/** Leaves out what comes from elsewhere; common is our own too. */
const oursOnly: Plugin = {
  name: 'ours-only',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith(OURS)
        ? undefined
        : { path, external: true },
    );
  },
};

describe('the entity card', () => {
  it('loads at most 12 kB of our own scripts and styles, compressed', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [join(__dirname, 'EntityIncidentsCard.tsx')],
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      jsx: 'automatic',
      outdir: 'out',
      write: false,
      metafile: true,
      logLevel: 'silent',
      loader: { '.module.css': 'local-css' },
      plugins: [oursOnly],
    });
    const atOnce = loadedAtOnce(metafile);
    const sizes = outputFiles
      .filter(({ path }) => atOnce.has(basename(path)))
      .map(({ contents }) => gzipSync(contents).length);

    expect(sizes).toHaveLength(atOnce.size);
    expect([...atOnce]).toContainEqual(expect.stringMatching(/\.css$/));
    expect(atOnce).not.toContainEqual(expect.stringMatching(/Dialog/));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(
      MAX_BYTES,
    );
  });
});

/** The files that the entry needs before it can run: it, what it imports, and their styles. */
function loadedAtOnce({ outputs }: Metafile): Set<string> {
  const files = new Set<string>();
  const add = (file: string) => {
    files.add(basename(file));
    const { imports, cssBundle } = outputs[file];
    imports
      .filter(({ kind, external }) => kind === 'import-statement' && !external)
      .forEach(({ path }) => add(path));
    if (cssBundle) {
      add(cssBundle);
    }
  };
  Object.keys(outputs)
    .filter(file => outputs[file].entryPoint?.endsWith('IncidentsCard.tsx'))
    .forEach(add);
  return files;
}
