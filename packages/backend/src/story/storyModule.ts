import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { playbackExtensionPoint } from '@linchpin/backstage-plugin-incidents-node';
import { storyPlayback } from './storyPlayback';

/** Lets the sample portal begin with a year of incidents behind it. */
export const storyModule = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'story',
  register(env) {
    env.registerInit({
      deps: {
        logger: coreServices.logger,
        playback: playbackExtensionPoint,
      },
      async init({ logger, playback }) {
        playback.setPlayback(storyPlayback({ logger }));
      },
    });
  },
});
