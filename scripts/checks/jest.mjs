import { withPostgres } from './postgres.mjs';
import { failed, readJestReport } from './results.mjs';
import { ToolRun } from './tools.mjs';

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
