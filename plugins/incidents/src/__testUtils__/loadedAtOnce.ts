import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile, type Plugin } from 'esbuild';

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

/**
 * The scripts and styles of our own that a module needs before it can run, built
 * as for production, with the bytes of each when compressed.
 */
export async function loadedAtOnce(
  module: string,
): Promise<Map<string, number>> {
  const { outputFiles, metafile } = await build({
    entryPoints: [module],
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
  const needed = neededBy(basename(module), metafile);
  return new Map(
    outputFiles
      .filter(({ path }) => needed.has(basename(path)))
      .map(({ path, contents }) => [basename(path), gzipSync(contents).length]),
  );
}

/** The entry, what it imports, and their styles. */
function neededBy(entry: string, { outputs }: Metafile): Set<string> {
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
    .filter(file => outputs[file].entryPoint?.endsWith(entry))
    .forEach(add);
  return files;
}
