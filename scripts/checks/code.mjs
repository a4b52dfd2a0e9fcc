import { inTurn, sideBySide } from './order.mjs';
import { ownTests } from './programs.mjs';
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

const lint = asCheck('Lint', 'lint', 'backstage-cli', [
  'repo',
  'lint',
  '--max-warnings',
  '0',
]);

const formatting = asCheck('Formatting', 'formatting', 'prettier', [
  '--check',
  '.',
]);

/** The type check takes as long as the others together, and one core. */
export const reading = sideBySide('Types, lint, formatting and commands', [
  types,
  inTurn([lint, formatting, ownTests]),
]);

/** As they must be to be published. */
const manifests = asCheck('Manifests', 'manifests', 'backstage-cli', [
  'repo',
  'fix',
  '--publish',
  '--check',
]);

/** Takes the declarations that the type check wrote, as the build does. */
const apiReports = asCheck('API reports', 'api-reports', 'api-reports', [
  '--check',
]);

/** What whoever installs the packages goes by. */
export const published = sideBySide('Manifests and API reports', [
  manifests,
  apiReports,
]);

/** Of all that is published. Takes the declarations that the type check wrote. */
export const buildOfPackages = asCheck(
  'Build of the packages',
  'build',
  'backstage-cli',
  ['repo', 'build'],
);

/** Of the sample portal too. */
export const build = asCheck(
  'Build of every package',
  'build',
  'backstage-cli',
  ['repo', 'build', '--all'],
);
