import { packAll } from './packing.mjs';
import { installPortal } from './portal.mjs';
import { Workshop } from './workshop.mjs';

/** Packs the packages, which must be built, and makes a portal that has just been created with them. */
export async function prepareInstallation(context) {
  const workshop = new Workshop(context);
  workshop.open();
  const packages = await packAll(workshop);
  await installPortal(workshop, packages);
  return { LINCHPIN_INSTALLATION: workshop.folder };
}
