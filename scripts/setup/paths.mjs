import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the repository. */
export const inRepository = (...parts) => join(root, ...parts);
