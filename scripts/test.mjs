import { build, published, reading } from './checks/code.mjs';
import { checkCommand } from './checks/command.mjs';
import { packageTests } from './checks/jest.mjs';
import { sideBySide } from './checks/order.mjs';
import {
  installationInShort,
  isOfPortalSuite,
  portalSuites,
} from './checks/portalSuites.mjs';
import { inShort } from './checks/programs.mjs';

// npm test: everything that is checked. With paths, npm test -- plugins/incidents-common: only the
// tests below them.
checkCommand(checksFor(process.argv.slice(2)));

function checksFor(paths) {
  if (paths.length === 0) {
    return [
      reading,
      published,
      packageTests([]),
      build,
      // Each waits much: for a page, an alert, a registry or a process that starts. The browser, two
      // of which are looked through first, begins beside what waits most.
      sideBySide('The whole portal', [
        ...portalSuites(['test/e2e', 'test/alertmanager']),
        inShort('faults', 'Things that go wrong, in short'),
        installationInShort,
        inShort('bench', 'Bench, in short'),
      ]),
    ];
  }
  const ofPackages = paths.filter(path => !isOfPortalSuite(path));
  const ofPortal = paths.filter(isOfPortalSuite);
  return [
    ...(ofPackages.length > 0 ? [packageTests(ofPackages)] : []),
    ...(ofPortal.length > 0 ? portalSuites(ofPortal) : []),
  ];
}
