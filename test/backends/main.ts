import { flushCompileCache } from 'node:module';
import { createBackend } from '@backstage/backend-defaults';
import { FEATURES, featuresNamedIn } from './features';

// One process of a test's portal: the features that its environment names, in the order of the
// names, with the configuration of `--config`.
const backend = createBackend();
backend.add(import('./plainLogger'));
for (const name of featuresNamedIn(process.env)) {
  backend.add(FEATURES[name]());
}
// Kept while it runs, for most of them are killed.
backend.start().then(flushCompileCache);
