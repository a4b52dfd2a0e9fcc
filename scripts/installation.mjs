import { buildOfPackages, types } from './checks/code.mjs';
import { checkCommand } from './checks/command.mjs';
import { installationInShort, portalSuites } from './checks/portalSuites.mjs';

// npm run installation: the packages as they would be published, in a portal that has just been made.
// With --short: only in one of the new frontend system.
checkCommand([
  types,
  buildOfPackages,
  ...(process.argv.includes('--short')
    ? [installationInShort]
    : portalSuites(['test/installation'])),
]);
