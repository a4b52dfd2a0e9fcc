import { PASSED, failed } from './results.mjs';
import { ToolRun } from './tools.mjs';

/** A check that succeeds or fails as a whole. */
const asCheck = (title, name, tool, args) => ({
  title,
  async run(context) {
    const toolRun = new ToolRun(tool, name);
    const code = await toolRun.run(args, context);
    return code === 0 ? PASSED : failed(toolRun.explain(60));
  },
});

export const types = asCheck('Types', 'types', 'tsc', ['--pretty', 'false']);

export const lint = asCheck('Lint', 'lint', 'backstage-cli', [
  'repo',
  'lint',
  '--max-warnings',
  '0',
]);

export const formatting = asCheck('Formatting', 'formatting', 'prettier', [
  '--check',
  '.',
]);

/** Takes the declarations that the type check wrote. */
export const build = asCheck(
  'Build of every package',
  'build',
  'backstage-cli',
  ['repo', 'build', '--all'],
);
