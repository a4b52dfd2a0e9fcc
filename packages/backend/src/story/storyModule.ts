import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { playbackExtensionPoint } from '@linchpin/backstage-plugin-incidents-node';
import { wholeYear } from './everyday/wholeYear';
import { story } from './story';
import { storyPlayback } from './storyPlayback';

/**
 * Lets the sample portal begin with a year of incidents behind it, unless its
 * config says `story.play: false`. What goes wrong on ordinary days is part of it,
 * unless that says `story.everyday: false`.
 */
export const storyModule = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'story',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        playback: playbackExtensionPoint,
      },
      async init({ config, logger, playback }) {
        if (config.getOptionalBoolean('story.play') ?? true) {
          const isWhole = config.getOptionalBoolean('story.everyday') ?? true;
          playback.setPlayback(
            storyPlayback({ logger, tell: isWhole ? wholeYear : story }),
          );
        }
      },
    });
  },
});
