import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { nowServiceRef } from '@linchpin/backstage-plugin-incidents-node';

/** The clock of a machine that is wrong, by `clockOff.ms` of the configuration. */
export default createServiceFactory({
  service: nowServiceRef,
  deps: { config: coreServices.rootConfig },
  factory({ config }) {
    const aheadMs = config.getNumber('clockOff.ms');
    return { now: () => new Date(Date.now() + aheadMs).toISOString() };
  },
});
