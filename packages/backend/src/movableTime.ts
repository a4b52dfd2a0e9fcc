import { readFileSync } from 'node:fs';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  nowServiceRef,
  systemTime,
} from '@linchpin/backstage-plugin-incidents-node';

/**
 * The time of incidents in the sample portal: that of the machine, or ahead of it by
 * as many milliseconds as the file says that `story.clockFile` of the config names.
 * So a demonstration or a test can let weeks go by; whoever is signed in stays so.
 */
export const movableTime = createServiceFactory({
  service: nowServiceRef,
  deps: { config: coreServices.rootConfig },
  factory({ config }) {
    const file = config.getOptionalString('story.clockFile');
    return file
      ? { now: () => new Date(Date.now() + aheadMs(file)).toISOString() }
      : systemTime;
  },
});

/** None before anybody has moved it. */
function aheadMs(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}
