import { withPostgres } from './postgres.mjs';
import { failed, readJestReport } from './results.mjs';
import { ToolRun } from './tools.mjs';

/**
 * What a process that runs test files may hold before another takes its place, which has to read
 * all modules again: so much that this happens a few times and not after each heavy file.
 */
const MEMORY = '2000M';

/** The tests of the packages, all or those below some paths, on SQLite and on PostgreSQL. */
export const packageTests = paths => ({
  title: 'Unit and integration tests, on SQLite and PostgreSQL',
  async run(context) {
    const jest = new ToolRun('backstage-cli', 'jest');
    const args = [
      'repo',
      'test',
      ...paths,
      '--no-watch',
      `--workerIdleMemoryLimit=${MEMORY}`,
      '--json',
      `--outputFile=${jest.report}`,
    ];
    await withPostgres(databases => jest.run(args, context, databases));

    const result = readJestReport(jest.report);
    return result?.failed === 0
      ? result
      : { ...failed(jest.explain(120)), ...result };
  },
});
