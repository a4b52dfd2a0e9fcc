import type { Config } from '@backstage/config';
import { PRIORITIES } from '@linchpin/backstage-plugin-incidents-common';
import {
  DEFAULT_DUE_WITHIN,
  type ActionPolicy,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import { readDuration } from '../config/readDuration';

const DUE_WITHIN = 'incidents.actions.dueWithin';

/**
 * When action items are due; `incidents.actions` of the config over the defaults.
 *
 * @param zone - of the days on which they are
 * @throws InputError naming the key
 */
export function readActionPolicy(config: Config, zone: string): ActionPolicy {
  const dueWithin = { ...DEFAULT_DUE_WITHIN };
  for (const priority of PRIORITIES) {
    dueWithin[priority] =
      readDuration(config, `${DUE_WITHIN}.${priority}`) ?? dueWithin[priority];
  }
  return { dueWithin, zone };
}
