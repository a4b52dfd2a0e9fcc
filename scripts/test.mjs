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
      // A real Alertmanager waits most of the time, as its groups and repetitions want it.
      sideBySide(
        'Browser tests, and tests with a real Alertmanager',
        portalSuites(['test/e2e', 'test/alertmanager']),
      ),
      // A portal that is being made waits for the registry and for the disk.
      sideBySide('Things that go wrong, and an installation, in short', [
        inShort('faults', 'Things that go wrong, in short'),
        installationInShort,
      ]),
      inShort('bench', 'Bench, in short'),
    ];
  }
  const ofPackages = paths.filter(path => !isOfPortalSuite(path));
  const ofPortal = paths.filter(isOfPortalSuite);
  return [
    ...(ofPackages.length > 0 ? [packageTests(ofPackages)] : []),
    ...(ofPortal.length > 0 ? portalSuites(ofPortal) : []),
  ];
}
