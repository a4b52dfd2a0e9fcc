import { build, formatting, lint, types } from './checks/code.mjs';
import { packageTests } from './checks/jest.mjs';
import { isOfPortalSuite, portalSuites } from './checks/portalSuites.mjs';
import { Steps, command } from './console/steps.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { provideNode } from './setup/node.mjs';

// npm test: everything that is checked. With paths, npm test -- plugins/incidents-common: only the
// tests below them.
command(async interruption => {
  const checks = checksFor(process.argv.slice(2));
  const steps = new Steps(2 + checks.length);
  const node = await steps.run('Node', ({ note }) =>
    provideNode(note, interruption),
  );
  await steps.run('Dependencies', ({ note }) =>
    installDependencies(node, note, interruption),
  );

  const total = { passed: 0, failed: 0 };
  for (const check of checks) {
    const result = await steps.run(check.title, step =>
      runCheck(check, step, node, interruption),
    );
    interruption.throwIfAborted();
    if (result.explanation) {
      console.log(`\n${result.explanation}\n`);
    }
    total.passed += result.passed;
    total.failed += result.failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

function checksFor(paths) {
  if (paths.length === 0) {
    return [
      types,
      lint,
      formatting,
      packageTests([]),
      build,
      ...portalSuites([]),
    ];
  }
  const ofPackages = paths.filter(path => !isOfPortalSuite(path));
  const ofPortal = paths.filter(isOfPortalSuite);
  return [
    ...(ofPackages.length > 0 ? [packageTests(ofPackages)] : []),
    ...(ofPortal.length > 0 ? portalSuites(ofPortal) : []),
  ];
}

async function runCheck(check, { note, fail }, node, interruption) {
  const result = await check.run({ node, interruption }, note);
  if (result.passed + result.skipped > 0) {
    const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
    note(`${result.passed} passed, ${result.failed} failed${skipped}`);
  }
  if (result.failed > 0) {
    fail();
  }
  return result;
}
