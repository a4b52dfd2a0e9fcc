import { Failure, command } from './console/steps.mjs';
import { findRunning } from './portal/running.mjs';
import { readSettings } from './portal/settings.mjs';
import { forgetEverything } from './portal/story.mjs';

// npm run demo:reset: forgets all that happened in the sample portal.
command(async () => {
  const settings = readSettings();
  if (findRunning(settings)) {
    throw new Failure(
      'The portal is running, and its database with it.',
      'Stop it with Ctrl-C where it was started, then try again.',
    );
  }
  forgetEverything(settings);
  console.log(
    'Everything is forgotten. The next `npm start` tells the story from its beginning.',
  );
});
