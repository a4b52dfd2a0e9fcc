import { packAll } from './packing.mjs';
import { installPortal, NEW_APP, OLD_APP } from './portal.mjs';
import { Workshop } from './workshop.mjs';

/** How much of an installation is tried: in which apps. */
export const WHOLE = { name: 'whole', apps: [NEW_APP, OLD_APP] };
export const SHORT = { name: 'short', apps: [NEW_APP] };

/** Packs the packages, which must be built, and makes a portal that has just been created with them. */
export async function prepareInstallation(context, { name, apps }) {
  const workshop = new Workshop(context);
  workshop.open();
  const packages = await packAll(workshop);
  await installPortal(workshop, packages, apps);
  return {
    LINCHPIN_INSTALLATION: workshop.folder,
    LINCHPIN_INSTALLATION_EXTENT: name,
  };
}
