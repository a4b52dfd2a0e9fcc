import { existsSync, readFileSync } from 'node:fs';

/**
 * What came of a check: how many tests `passed`, `failed` and were `skipped`, and an `explanation`
 * where there is something to read, as about a failure. A check that is no test counts as one
 * failure when it fails. What several checks are together says of each of its `parts` whether it is
 * good, and how many seconds it took.
 */
export const PASSED = { passed: 0, failed: 0, skipped: 0 };

export const notRun = explanation => ({ ...PASSED, explanation });

export const failed = explanation => ({ ...PASSED, failed: 1, explanation });

/** What came of several checks. */
export function together(results) {
  const explanations = results.flatMap(({ explanation }) => explanation ?? []);
  const sum = count => results.reduce((all, result) => all + result[count], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    parts: results.flatMap(({ parts = [] }) => parts),
    ...(explanations.length > 0 && { explanation: explanations.join('\n\n') }),
  };
}

/** By the JSON report of Jest; undefined where it wrote none. */
export function readJestReport(file) {
  const report = read(file);
  return (
    report && {
      passed: report.numPassedTests,
      // A suite that did not even load has no tests to count.
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  );
}

/** By the JSON report of Playwright; undefined where it wrote none. */
export function readPlaywrightReport(file) {
  const report = read(file);
  return (
    report && {
      passed: report.stats.expected + report.stats.flaky,
      // An error outside of the tests, such as a portal that does not start, fails them all.
      failed: report.stats.unexpected + report.errors.length,
      skipped: report.stats.skipped,
    }
  );
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
