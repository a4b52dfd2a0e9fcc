import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { inRepository } from './setup/paths.mjs';

// npm run api-reports: writes down what each package exports, from the declarations that `tsc` has
// written. With --check, only whether that is what is written down.
const isCheck = process.argv.includes('--check');

const outdated = entryPoints().filter(
  entryPoint => !extract(entryPoint).succeeded,
);
for (const { report } of outdated) {
  console.error(`${report} is not what the package exports.`);
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

function extract({ folder, declarations, report }) {
  const temporary = inRepository('.cache', 'api-reports');
  mkdirSync(temporary, { recursive: true });
  const configuration = ExtractorConfig.prepare({
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
  return Extractor.invoke(configuration, {
    localBuild: !isCheck,
    messageCallback(message) {
      message.handled = message.category === 'console';
    },
  });
}
