import { join } from 'node:path';

/** Where `npm run installation` has packed the packages and made a portal with them. */
const FOLDER = process.env.LINCHPIN_INSTALLATION ?? '';

export const PACKAGES = join(FOLDER, 'packages');
export const PORTAL = join(FOLDER, 'portal');

/** Of a whole one the portal has the app of the old frontend system too. */
export const EXTENT = process.env.LINCHPIN_INSTALLATION_EXTENT ?? 'whole';
