import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
} from '@microsoft/api-extractor';
import { inRepository } from './setup/paths.mjs';

// npm run api-reports: writes down what each package exports, from the declarations that `tsc` has
// written. With --check, only whether that is what is written down.
const isCheck = process.argv.includes('--check');

const configurations = entryPoints().map(configurationOf);
// The packages import one another: read once, they are read for all reports.
const compilerState = CompilerState.create(configurations[0], {
  additionalEntryPoints: configurations.map(
    ({ mainEntryPointFilePath }) => mainEntryPointFilePath,
  ),
});
const outdated = configurations.filter(
  configuration => !extract(configuration).succeeded,
);
for (const { reportFilePath } of outdated) {
  console.error(`${reportFilePath} is not what the package exports.`);
}
process.exitCode = outdated.length > 0 ? 1 : 0;

/**
 * What a package exports, one for each path by which it is imported. The schemas are left out: spelled
 * out as types they fill ten thousand lines, and `openapi.json` says the same.
 */
function entryPoints() {
  return readdirSync(inRepository('plugins')).flatMap(name => {
    const folder = inRepository('plugins', name);
    const { main, exports = { '.': main } } = JSON.parse(
      readFileSync(`${folder}/package.json`, 'utf8'),
    );
    return Object.entries(exports)
      .filter(
        ([path, source]) => /\.tsx?$/.test(source) && path !== './schemas',
      )
      .map(([path, source]) => ({
        folder,
        declarations: inRepository(
          'dist-types/plugins',
          name,
          source.replace(/\.tsx?$/, '.d.ts'),
        ),
        report: `${path.replace('.', 'report').replace('/', '-')}.api.md`,
      }));
  });
}

function configurationOf({ folder, declarations, report }) {
  const temporary = inRepository('.cache', 'api-reports');
  mkdirSync(temporary, { recursive: true });
  return ExtractorConfig.prepare({
    packageJsonFullPath: `${folder}/package.json`,
    configObject: {
      projectFolder: inRepository(),
      mainEntryPointFilePath: declarations,
      compiler: { tsconfigFilePath: inRepository('tsconfig.json') },
      newlineKind: 'lf',
      apiReport: {
        enabled: true,
        reportFileName: report,
        reportFolder: folder,
        reportTempFolder: temporary,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'none' } },
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  });
}

function extract(configuration) {
  return Extractor.invoke(configuration, {
    compilerState,
    localBuild: !isCheck,
    messageCallback(message) {
      message.handled = message.category === 'console';
    },
  });
}
