import { delimiter, join } from 'node:path';
import { accessSync, constants } from 'node:fs';
import {
  prepareInstallation,
  SHORT,
  WHOLE,
} from '../installation/prepareInstallation.mjs';
import { inRepository } from '../setup/paths.mjs';
import { failed, notRun, readPlaywrightReport } from './results.mjs';
import { ToolRun } from './tools.mjs';

const BROWSER = {
  programs: ['chromium', 'chromium-browser', 'google-chrome'],
  variable: 'LINCHPIN_CHROMIUM',
};

const INSTALLATION = {
  name: 'installation',
  title: 'Installation in a fresh portal',
  folder: 'test/installation',
  ...BROWSER,
  prepare: context => prepareInstallation(context, WHOLE),
};

/**
 * Tests of the whole portal that need a program which a machine may not have. What one has to
 * `prepare`, it tells its tests by variables of the environment.
 */
const SUITES = [
  { name: 'browser', title: 'Browser tests', folder: 'test/e2e', ...BROWSER },
  {
    name: 'senders',
    title: 'Tests with a real Alertmanager',
    folder: 'test/alertmanager',
    programs: ['prometheus-alertmanager'],
    variable: 'LINCHPIN_ALERTMANAGER',
  },
  INSTALLATION,
];

export const isOfPortalSuite = path =>
  SUITES.some(suite => path.includes(suite.folder));

/** The suites, all or those that some paths are of. */
export function portalSuites(paths) {
  return SUITES.map(suite => ({
    suite,
    paths: paths.filter(path => path.includes(suite.folder)),
  }))
    .filter(chosen => paths.length === 0 || chosen.paths.length > 0)
    .map(({ suite, paths: ofSuite }) => asCheck(suite, ofSuite));
}

/** The packages in a fresh portal of the new frontend system, and nothing else. */
export const installationInShort = asCheck({
  ...INSTALLATION,
  title: 'Installation in a fresh portal, in short',
  prepare: context => prepareInstallation(context, SHORT),
});

function asCheck(suite, paths = []) {
  return {
    title: suite.title,
    run: context => runSuite(suite, paths, context),
  };
}

async function runSuite(
  { name, title, folder, programs, variable, prepare = () => ({}) },
  paths,
  context,
) {
  const program = findProgram(programs);
  if (!program) {
    const missing = `${title}: not run, this machine has no ${programs[0]}.`;
    return process.env.CI
      ? failed(`${missing} In CI there must be one.`)
      : notRun(missing);
  }

  const prepared = await prepare(context);
  const playwright = new ToolRun('playwright', name);
  const config = inRepository(folder, 'playwright.config.ts');
  await playwright.run(
    ['test', ...paths, `--config=${config}`, '--reporter=list,json'],
    context,
    {
      ...prepared,
      [variable]: program,
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwright.report,
    },
  );

  const result = readPlaywrightReport(playwright.report);
  return result?.failed === 0
    ? result
    : { ...failed(playwright.explain(120)), ...result };
}

/** The path of the first of these programs that this machine has. */
function findProgram(names) {
  return names
    .flatMap(name =>
      process.env.PATH.split(delimiter).map(folder => join(folder, name)),
    )
    .find(file => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
