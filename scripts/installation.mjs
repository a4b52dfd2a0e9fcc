import { buildOfPackages, types } from './checks/code.mjs';
import { checkCommand } from './checks/command.mjs';
import { portalSuites } from './checks/portalSuites.mjs';

// npm run installation: the packages as they would be published, in a portal that has just been made.
checkCommand([types, buildOfPackages, ...portalSuites(['test/installation'])]);
